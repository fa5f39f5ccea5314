namespace Mhcs.Portal.Ui;

/// <summary>How much weight a button has. One <see cref="Main"/> in view at a time.</summary>
public enum ButtonLook { Plain, Main, Small, Text, Warning }

static class ButtonLooks
{
    public static string Css(this ButtonLook look) => look switch
    {
        ButtonLook.Main => "govuk-button",
        ButtonLook.Small => "app-button app-button--small",
        ButtonLook.Text => "app-textbutton",
        ButtonLook.Warning => "govuk-button govuk-button--warning",
        _ => "app-button",
    };
}

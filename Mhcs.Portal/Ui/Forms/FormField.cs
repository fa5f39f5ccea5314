using Microsoft.AspNetCore.Components;

namespace Mhcs.Portal.Ui;

/// <summary>What every field of a form has in common. A page binds <c>@bind-Value</c> and hands in the error to show.</summary>
public abstract class FormField<T> : ComponentBase
{
    /// <summary>Stable, unique on the page: error summaries link to it.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }

    /// <summary>Names the field and the mend: "Date of return must be in the past".</summary>
    [Parameter] public string? Error { get; set; }
    [Parameter] public T Value { get; set; } = default!;
    [Parameter] public EventCallback<T> ValueChanged { get; set; }

    /// <summary>The field's name in a form that is posted; its id otherwise.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>The label is heard but not seen, where the words beside it say the same.</summary>
    [Parameter] public bool HideLabel { get; set; }

    protected string PostedName => Name ?? Id;

    /// <summary>What is wrong, be it said by the page or by the field itself.</summary>
    protected virtual string? Shown => Error;

    protected string? DescribedBy => (Hint, Shown) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    protected string? Invalid => Shown is null ? null : "true";

    protected string Css(string name) => Shown is null ? name : $"{name} {name}--error";
}

namespace Mhcs.Portal.Ui;

/// <summary>Fills of a chart, strongest first; at most three of the blues in one chart.</summary>
public enum ChartTone { Strong, Middle, Pale, Grey, Warn, Bad, Good }

static class ChartTones
{
    public static string Fill(this ChartTone tone) => tone switch
    {
        ChartTone.Strong => "f1",
        ChartTone.Middle => "f2",
        ChartTone.Pale => "f3",
        ChartTone.Grey => "fg",
        ChartTone.Warn => "fwarn",
        ChartTone.Bad => "fbad",
        _ => "fgood",
    };

    /// <summary>Ink that can be read on the fill.</summary>
    public static string Ink(this ChartTone tone) => tone switch
    {
        ChartTone.Pale => "b-ink-d",
        ChartTone.Grey or ChartTone.Middle or ChartTone.Warn => "b-ink-rem",
        _ => "b-ink-l",
    };
}

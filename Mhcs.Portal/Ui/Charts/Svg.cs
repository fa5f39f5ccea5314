using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Mhcs.Portal.Ui;

/// <summary>What drawing by hand needs: numbers as SVG reads them, and text, whose element Razor keeps for itself (RZ1023).</summary>
static class Svg
{
    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"));

    public static RenderFragment Text(double x, double y, string words, string? css = null) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", N(x));
        builder.AddAttribute(2, "y", N(y));
        if (css is not null) builder.AddAttribute(3, "class", css);
        builder.AddContent(4, words);
        builder.CloseElement();
    };

    /// <summary>About how wide words are at 12 or 13 px Arial: enough to know whether they fit.</summary>
    public static double Width(string words) => words.Length * 6.4;

    /// <summary>A round top for an axis, so that its four or five lines carry round numbers.</summary>
    public static (int Top, int Step) Axis(double most)
    {
        int[] steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000, 20000, 50000, 100000];
        var step = steps.FirstOrDefault(s => most <= s * 4, steps[^1]);
        return ((int)Math.Max(1, Math.Ceiling(most / step)) * step, step);
    }
}

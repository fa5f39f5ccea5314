using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Mhcs.Portal.Health;

/// <summary>The program's own meters in the text that Prometheus reads.</summary>
public sealed class PrometheusText : IDisposable
{
    const int MostSeries = 5000;

    // Not the components' lifecycle: timing every parameter of every component costs a board a third of its rendering.
    static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime",
    ];
    readonly MeterListener _listener = new();
    readonly ConcurrentDictionary<string, (double Sum, long Count, string Family)> _series = new(StringComparer.Ordinal);

    public PrometheusText()
    {
        _listener.InstrumentPublished = (instrument, listener) => { if (Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument); };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public string Render()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, (sum, count, family)) in _series.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name} {sum}\n");
            // A histogram's sum says little without how often.
            if (family.StartsWith("Histogram", StringComparison.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"{Counted(name)} {count}\n");
        }
        return text.ToString();
    }

    void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = new StringBuilder(instrument.Name.Replace('.', '_'));
        for (var i = 0; i < tags.Length; i++)
            name.Append(i == 0 ? '{' : ',').Append(tags[i].Key.Replace('.', '_')).Append("=\"").Append(Escaped(Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture))).Append('"');
        if (tags.Length > 0) name.Append('}');
        var key = name.ToString();
        // Whatever a caller can vary without end must not fill the memory.
        if (_series.Count >= MostSeries && !_series.ContainsKey(key)) return;
        _series.AddOrUpdate(key, (value, 1, instrument.GetType().Name), (_, old) => instrument.IsObservable ? (value, 1, old.Family) : (old.Sum + value, old.Count + 1, old.Family));
    }

    static string Counted(string name) => name.IndexOf('{', StringComparison.Ordinal) is > 0 and var brace ? name.Insert(brace, "_count") : name + "_count";

    static string? Escaped(string? value) => value?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public void Dispose() => _listener.Dispose();
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;

namespace Mhcs.Benchmarks.Machinery;

/// <summary>Inside a measured portal: asks the database for the plan of every different query that EF sends, and says it on standard output. Uses the base library alone, as the hook that starts it must.</summary>
sealed class PlanTap : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string Wanted = "MHCS_BENCHMARKS_PLANS", Says = "plan is ";
    readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    public static void Begin() => DiagnosticListener.AllListeners.Subscribe(new PlanTap());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting" || value.Value is null) return;
        if (value.Value.GetType().GetProperty("Command")?.GetValue(value.Value) is not DbCommand { Connection: { } connection } command || command.CommandText.StartsWith("PRAGMA", StringComparison.Ordinal)) return;
        if (!_known.TryAdd(command.CommandText, true)) return;
        using var explain = connection.CreateCommand();
        (explain.CommandText, explain.Transaction) = ($"EXPLAIN QUERY PLAN {command.CommandText}", command.Transaction);
        foreach (DbParameter given in command.Parameters)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (given.ParameterName, given.Value ?? DBNull.Value);
            explain.Parameters.Add(parameter);
        }
        try
        {
            using var reader = explain.ExecuteReader();
            List<string> steps = [];
            while (reader.Read()) steps.Add(reader.GetString(3));
            Console.Out.WriteLine($"{Says}{Line(command.CommandText)}\t{Line(string.Join(" | ", steps))}");
        }
        catch (DbException)
        {
            // Not a statement that has a plan.
        }
    }

    static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void OnCompleted() { }
    public void OnError(Exception error) { }
}

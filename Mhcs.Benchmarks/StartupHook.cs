using System.Runtime;
using Mhcs.Benchmarks.Machinery;

/// <summary>Runs inside each measured server before its own first line (DOTNET_STARTUP_HOOKS), and answers one question on its standard input: how much managed memory is alive.</summary>
/// <remarks>The runtime finds it by this name, outside any namespace. It may use nothing but the base library.</remarks>
#pragma warning disable MA0047 // The runtime looks for it outside any namespace.
static class StartupHook
#pragma warning restore MA0047
{
    public const string Question = "memory?", Answer = "memory is ";

    public static void Initialize()
    {
        new Thread(Listen) { IsBackground = true }.Start();
        if (Environment.GetEnvironmentVariable(PlanTap.Wanted) is not null) PlanTap.Begin();
    }

    static void Listen()
    {
        while (Console.In.ReadLine() is { } line)
            if (line == Question) Console.Out.WriteLine($"{Answer}{Alive()}");
    }

    static long Alive()
    {
        for (var i = 0; i < 3; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

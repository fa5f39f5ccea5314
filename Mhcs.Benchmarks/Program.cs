Console.Error.WriteLine("""
    Measures the portal against the goals of docs/performance.md.

    Usage: dotnet run -c Release --project Mhcs.Benchmarks
    """);
return 2;

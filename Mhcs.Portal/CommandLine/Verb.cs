using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.CommandLine;

/// <summary>What the verbs have in common: the portal without its pages, and how a refusal is said.</summary>
static class Verb
{
    /// <summary>Runs with the services of the portal, the store migrated unless told otherwise.</summary>
    public static async Task<int> WithPortal(Func<IServiceProvider, Task<int>> work, CancellationToken ct, bool migrate = true)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(ClockSetting.Read(builder.Configuration, builder.Environment));
        builder.AddPortalData();
        builder.AddSignIn();
        await using var portal = builder.Build();
        try
        {
            if (migrate) await portal.Services.GetRequiredService<DataSetup>().Migrate(ct);
            return await work(portal.Services);
        }
        catch (Exception trouble) when (trouble is NotSupportedException or InvalidOperationException || trouble.IsStorageTrouble())
        {
            return Refuse(trouble.Message);
        }
    }

    public static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return Commands.Refused;
    }

    public static int Say(string done)
    {
        Console.WriteLine(done);
        return Commands.Done;
    }
}

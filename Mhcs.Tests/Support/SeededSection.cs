using System.Collections.Concurrent;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Support;

/// <summary>A portal with a small invented section in it: shared by the tests that only read it, or change it in ways that no other minds.</summary>
public sealed class SeededSection : PortalApp, IAsyncLifetime
{
    // Browsers' cookies of those who have signed in by one click: the next test goes on from there.
    readonly ConcurrentDictionary<string, string> _signedIn = new(StringComparer.Ordinal);

    // Where one click signs anybody in.
    protected override string EnvironmentName => "Development";

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Mhcs:Seed", "Demo"), new("Mhcs:SeedPatients", "600")];

    /// <summary>A browser of somebody who has signed in by one click.</summary>
    public async Task<Visit> Visit(Chromium chromium, string group, Grade grade, int width = 1440, int height = 900)
    {
        var who = $"{group}, {grade.Label}";
        var visit = await chromium.Begin(Address, new() { ViewportSize = new() { Width = width, Height = height }, StorageState = _signedIn.GetValueOrDefault(who) });
        if (_signedIn.ContainsKey(who)) return visit;
        await visit.GoToStatic("/sign-in");
        await visit.Page.Locator("fieldset", new() { HasText = group }).GetByRole(AriaRole.Button, new() { Name = grade.Label }).First.ClickAsync();
        await visit.ComesToLike("^(?!.*sign-in)");
        _signedIn[who] = await visit.Page.Context.StorageStateAsync();
        return visit;
    }

    /// <summary>What the clock opens on its first look is open before anybody counts cases; it opens each but once.</summary>
    public async ValueTask InitializeAsync()
    {
        _ = Address;
        foreach (var opener in Services.GetServices<Mhcs.Portal.Feed.IOpensByTime>()) await opener.Raise();
        await ActivatorUtilities.CreateInstance<Mhcs.Portal.Feed.DeadlineClock>(Services).LetTimePass(default);
    }

    /// <summary>A service of the running portal.</summary>
    public T Get<T>() where T : notnull
    {
        _ = Address;
        return Services.GetRequiredService<T>();
    }

    public Task<PortalDb> Db() => Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();

    /// <summary>Somebody of this grade, in the order of their numbers.</summary>
    public async Task<Person> Someone(Grade grade, string? team = "A", int nth = 0) =>
        (await Get<Staff>().Everyone()).Values.Where(p => p.Grade == grade && (grade == Grade.HeadOfSection || p.Team == team)).OrderBy(p => p.Id.Value).ElementAt(nth);
}

[CollectionDefinition(Name)]
public sealed class InASeededSection : ICollectionFixture<SeededSection>
{
    public const string Name = "in a seeded section";
}

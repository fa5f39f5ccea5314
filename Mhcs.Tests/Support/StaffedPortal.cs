using Mhcs.Domain.People;
using Mhcs.Portal.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Support;

/// <summary>A portal whose only people are those a test puts into it. Any of them signs in.</summary>
public sealed class StaffedPortal : SectionApp
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Mhcs:Seed", "None")];

    public async Task<Visit> Open(Chromium chromium, Person person, string path, BrowserNewContextOptions options)
    {
        // Made when first needed; a second asking finds it there.
        await Services.GetRequiredService<Accounts>().Create(person.UserName, person.Grade, person.Team, Password, PersonId.Clock);
        return await chromium.Open(this, path, options, person.UserName);
    }
}

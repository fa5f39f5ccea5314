using System.Reflection;
using System.Security.Claims;
using Mhcs.Domain.People;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.SignIn;

/// <summary>Who may come to which page: the table of roles, a row a folder. A page without a row, or without a rule, is found here.</summary>
public sealed class PageRightsTests(SectionApp portal) : IClassFixture<SectionApp>
{
    const string Wall = "wallboard", Nobody = "nobody";
    static readonly string[] Casework = [.. Enum.GetValues<Grade>().Where(g => g.DoesCasework).Select(g => g.ToString())], Staff = [.. Enum.GetNames<Grade>()];

    /// <summary>By the first words of the address; the longest that fits counts.</summary>
    static readonly Dictionary<string, string[]> Rows = new()
    {
        ["/"] = Staff, ["/help"] = Staff, ["/ui"] = Staff,
        ["/board"] = Casework, ["/my-work"] = Casework, ["/cases"] = Casework, ["/decisions"] = Casework, ["/patients"] = Casework, ["/quality"] = Casework, ["/people"] = Casework, ["/section"] = Casework, ["/dashboard"] = Casework,
        ["/admin"] = ["SystemAdministrator", "HeadOfSection"], ["/admin/authorities"] = ["SystemAdministrator", "HeadOfSection"], ["/admin/targets"] = ["SystemAdministrator", "HeadOfSection"], ["/admin/accounts"] = ["SystemAdministrator"], ["/admin/backups"] = ["SystemAdministrator"], ["/account"] = Staff, ["/password"] = Staff,
        ["/correspondence"] = Casework, ["/tribunal"] = Casework, ["/victims"] = Casework, ["/papers"] = Casework, ["/confidentiality"] = Casework, ["/retention"] = Casework, ["/speak-up"] = Staff, ["/diary"] = Casework, ["/morning"] = Casework,
        ["/letters"] = Casework, ["/folder"] = Casework, ["/admin/templates"] = ["SystemAdministrator", "HeadOfSection"],
        ["/directory"] = Casework, ["/engagement"] = Casework, ["/guidance"] = Casework,
        ["/audit"] = [nameof(Grade.Auditor), nameof(Grade.HeadOfSection)],
        ["/wall"] = [.. Casework, Wall],
        ["/sign-in"] = [.. Staff, Wall, Nobody], ["/wall/sign-in"] = [.. Staff, Wall, Nobody], ["/error"] = [.. Staff, Wall, Nobody], ["/not-found"] = [.. Staff, Wall, Nobody],
    };

    public static TheoryData<string> Pages => [.. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_lets_in_whom_the_table_names_and_nobody_else(string address)
    {
        _ = portal.Address;
        var row = Rows.Keys.Where(k => address == k || (k != "/" && address.StartsWith(k + "/", StringComparison.Ordinal))).MaxBy(k => k.Length);
        row.Should().NotBeNull("{0} needs a row in this table", address);

        var let = new List<string>();
        foreach (var who in Staff.Append(Wall).Append(Nobody))
            if (await MayOpen(address, who)) let.Add(who);

        let.Should().BeEquivalentTo(Rows[row!]);
    }

    [Fact]
    public void Every_endpoint_has_a_rule_of_its_own_but_the_few_that_any_member_of_staff_may_use()
    {
        _ = portal.Address;

        var without = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 0)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct();

        // Blazor's own, and files while they are being written.
        without.Where(path => !path.StartsWith("/_", StringComparison.Ordinal) && path != "/{**path:file}").Should().Equal("/sign-out");
    }

    async Task<bool> MayOpen(string address, string who)
    {
        var page = typeof(Program).Assembly.GetTypes().Single(t => t.GetCustomAttributes<RouteAttribute>().Any(r => r.Template == address));
        var rules = page.GetCustomAttributes<AuthorizeAttribute>(inherit: true).ToList();
        if (page.GetCustomAttribute<AllowAnonymousAttribute>(inherit: true) is not null) return true;
        rules.Should().NotBeEmpty("{0} must say whom it is for", address);
        var policy = await AuthorizationPolicy.CombineAsync(portal.Services.GetRequiredService<IAuthorizationPolicyProvider>(), rules);
        return (await portal.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(Principal(who), null, policy!)).Succeeded;
    }

    static ClaimsPrincipal Principal(string who) => who switch
    {
        Nobody => new(new ClaimsIdentity()),
        Wall => new(new ClaimsIdentity([new(ClaimTypes.Role, Policies.Wallboard), new(Me.TeamClaim, "A")], "test")),
        _ => new(new ClaimsIdentity([new(Me.PersonClaim, "7"), new(ClaimTypes.Role, who), new(ClaimTypes.Name, "p.applecross"), new(ClaimTypes.GivenName, "P. Applecross")], "test")),
    };
}

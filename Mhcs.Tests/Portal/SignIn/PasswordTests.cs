using Mhcs.Domain.People;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.SignIn;

public sealed class PasswordTests(SectionApp portal) : IClassFixture<SectionApp>
{
    static int _people;

    [Theory]
    [InlineData("short 7", "8 characters")]
    [InlineData("abcdabcdabcd", null)]
    [InlineData("abababababab", "repeats itself")]
    [InlineData("mhcs2026!", "others guess first")]
    [InlineData("Justice2026", "others guess first")]
    [InlineData("theportal1", "others guess first")]
    [InlineData("trustno1", "others guess first")]
    [InlineData("Liverpool123", "others guess first")]
    [InlineData("basketball2026", "others guess first")]
    [InlineData("three plain words", null)]
    [InlineData("žluťoučký kůň", null)]
    public async Task What_others_would_guess_first_is_no_password(string password, string? fault)
    {
        var faults = await Add(Grade.Caseworker, password);

        if (fault is null) faults.Should().BeEmpty();
        else faults.Should().Contain(f => f.Contains(fault));
    }

    [Fact]
    public void The_commonest_passwords_of_the_list_are_refused_each()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        var common = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();

        common.Should().HaveCountGreaterThanOrEqualTo(3000).And.OnlyContain(p => PasswordRules.IsGuessable(p) && PasswordRules.IsGuessable(p.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("fourteen chars", false)]
    [InlineData("fifteen chars !", true)]
    public async Task An_administrator_needs_fifteen_characters(string password, bool good)
    {
        var faults = await Add(Grade.SystemAdministrator, password);

        faults.Any().Should().Be(!good);
    }

    Task<IReadOnlyList<string>> Add(Grade grade, string password)
    {
        _ = portal.Address;
        return portal.Services.GetRequiredService<Accounts>().Create($"p.teasel{Interlocked.Increment(ref _people)}", grade, grade == Grade.Caseworker ? "A" : null, password, PersonId.Clock);
    }
}

using System.Diagnostics;
using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.CommandLine;

public sealed class VerbTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mhcs-verb-");

    [Fact]
    public async Task Accounts_are_added_backed_up_and_restored_and_the_trail_verifies()
    {
        var backup = Path.Combine(_folder.FullName, "backup.zip");

        var first = await Run("users", "add", "r.teasel", "--role", "Caseworker", "--team", "A");
        var saved = await Run("backup", "--to", backup);
        var second = await Run("users", "add", "m.larkspur", "--role", "Caseworker", "--team", "A");
        var restored = await Run("restore", "--from", backup);
        var verified = await Run("audit", "verify");
        var sound = await Run("db", "check");
        var again = await Run("users", "add", "m.larkspur", "--role", "Caseworker", "--team", "A");

        new[] { first, saved, second, restored, verified, sound, again }.Should().OnlyContain(r => r.Code == 0, string.Join('\n', new[] { first, saved, second, restored, verified, sound, again }.Select(r => r.Errors)));
        first.Output.Should().Contain("Password, shown this once");
        File.Exists(backup).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_refused_says_why_and_ends_with_1_and_wrong_usage_with_2()
    {
        var role = await Run("users", "add", "r.teasel", "--role", "Queen");
        var missing = await Run("restore", "--from", Path.Combine(_folder.FullName, "no-such-file"));
        var usage = await Run("users", "add");
        var verb = await Run("frobnicate");

        (role.Code, missing.Code, usage.Code, verb.Code).Should().Be((1, 1, 2, 2));
        role.Errors.Should().Contain("There is no role Queen");
        missing.Errors.Should().Contain("Check the path");
    }

    [Fact]
    public async Task A_persons_access_and_a_screens_token_are_taken_back_on_the_record()
    {
        await Run("users", "add", "r.teasel", "--role", "Caseworker", "--team", "A");
        var added = await Run("wallboards", "add", "--team", "A", "--name", "Third floor");
        var token = added.Output.Split("wallboards revoke ")[1].Trim();

        var disabled = await Run("users", "disable", "r.teasel");
        var nobody = await Run("users", "disable", "q.nobody");
        var revoked = await Run("wallboards", "revoke", token);
        var again = await Run("wallboards", "revoke", token);

        (disabled.Code, nobody.Code, revoked.Code, again.Code).Should().Be((0, 1, 0, 1), $"{disabled.Errors}{revoked.Errors}");
        await using var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={Path.Combine(_folder.FullName, "data", "mhcs.db")};Pooling=False").Options);
        (await db.Trail.OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync()).Should().Equal(AccountTrail.Created, AccountTrail.WallboardAdded, AccountTrail.Disabled, AccountTrail.WallboardRevoked);
        (await db.People.SingleAsync()).Active.Should().BeFalse();
    }

    async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mhcs.Portal.dll"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName,
            Environment = { ["Mhcs__DataFolder"] = Path.Combine(_folder.FullName, "data"), ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

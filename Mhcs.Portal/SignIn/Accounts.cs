using System.Buffers.Text;
using System.Security.Cryptography;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mhcs.Portal.SignIn;

/// <summary>What came of trying to sign in.</summary>
public abstract record SignInAnswer
{
    public sealed record Good(Session Session, Person Person) : SignInAnswer;
    /// <summary>Name or password is wrong, or the person may not sign in: never said which.</summary>
    public sealed record Wrong : SignInAnswer;
    public sealed record Later(TimeSpan Wait) : SignInAnswer;
}

/// <summary>Accounts and signing in, over ASP.NET Core Identity. Each act and its entry in the trail are one commit.</summary>
public sealed class Accounts(WriteLane lane, IDbContextFactory<PortalDb> dbs, Staff staff, Occasions occasions, Sessions sessions, SignInThrottle throttle,
    IPasswordHasher<Account> hasher, ILookupNormalizer names, IOptions<IdentityOptions> options, IServiceProvider services, ILogger<UserManager<Account>> log)
{
    // An unknown name costs as much time as a wrong password.
    readonly string _dummy = hasher.HashPassword(new Account(), Guid.NewGuid().ToString());

    public async Task<SignInAnswer> SignIn(string userName, string password, string address, CancellationToken ct = default)
    {
        if (throttle.WaitFor(userName, address) is { } wait) return new SignInAnswer.Later(wait);
        var account = await Find(userName, ct);
        var verdict = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? _dummy, password);
        if (account?.PasswordHash is null || verdict == PasswordVerificationResult.Failed || await staff.Actor(account.PersonId, ct) is not { } actor)
        {
            var closed = throttle.Wrong(userName, address);
            await lane.Write(writing =>
            {
                // What was typed is not kept where nobody has that name: it may be a password.
                writing.Record(AccountTrail.Entry(AccountTrail.SignInFailed, account?.PersonId ?? PersonId.Clock, occasions.Now, new { userName = account?.UserName, address }));
                if (closed) writing.Record(AccountTrail.Entry(AccountTrail.LockedOut, account?.PersonId ?? PersonId.Clock, occasions.Now, new { userName = account?.UserName, address }));
                return Task.CompletedTask;
            }, ct);
            return new SignInAnswer.Wrong();
        }
        return new SignInAnswer.Good(await Begin(account, address, throttle.Right(userName, address), ct), actor.Person);
    }

    /// <summary>Signs somebody of the invented section in without a password. Only Development offers it.</summary>
    public async Task<SignInAnswer> SignInAs(PersonId id, string address, CancellationToken ct = default)
    {
        if (await staff.Actor(id, ct) is not { } actor) return new SignInAnswer.Wrong();
        if (await Find(actor.Person.UserName, ct) is null) await Make(actor.Person, null, mustChange: false, id, ct);
        return new SignInAnswer.Good(await Begin((await Find(actor.Person.UserName, ct))!, address, 0, ct), actor.Person);
    }

    /// <summary>Makes an account, and the person where nobody of that name works here yet. Answers with every fault, none if it was made.</summary>
    public async Task<IReadOnlyList<string>> Create(string userName, Grade grade, string? team, string password, PersonId by, bool mustChange = false, CancellationToken ct = default)
    {
        if (await Find(userName, ct) is not null) return [$"There is an account called {userName} already"];
        var person = await staff.Find(userName, ct) ?? new Person { UserName = userName, Name = NameFrom(userName), Grade = grade, Team = team };
        if (person.Grade != grade || person.Team != team) return [$"{userName} works here as {person.Grade.Label.ToLowerInvariant()}{(person.Team is null ? "" : $" of team {person.Team}")}. Give that role and team, or another name"];
        return PasswordRules.FaultFor(grade, password) is { } fault ? [fault] : await Make(person, password, mustChange, by, ct);
    }

    /// <summary>Lets a person in no longer, or again. Sessions that are open end.</summary>
    /// <returns>Whether there is somebody of this name.</returns>
    public async Task<bool> Admit(string userName, bool admitted, PersonId by, CancellationToken ct = default)
    {
        var open = await lane.Write(async writing =>
        {
            if (await writing.Db.People.FirstOrDefaultAsync(p => p.UserName == userName, ct) is not { } person) return null;
            person.Active = admitted;
            writing.Record(AccountTrail.Entry(admitted ? AccountTrail.Enabled : AccountTrail.Disabled, by, occasions.Now, new { userName }));
            return await writing.Db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).Select(s => s.Id).ToListAsync(ct);
        }, ct);
        staff.Changed();
        if (!admitted)
            foreach (var session in open ?? []) await sessions.End(session, ct: ct);
        return open is not null;
    }

    /// <summary>A password nobody thought of, for an administrator too.</summary>
    public static string NewPassword() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));

    /// <summary>A person chooses another password. Their other sessions end; this one goes on.</summary>
    /// <returns>Every fault, with the field it is of; none if it was changed.</returns>
    public async Task<IReadOnlyList<Refusal>> ChangePassword(PersonId id, string? current, string? chosen, string session, string address, CancellationToken ct = default)
    {
        if (await staff.Actor(id, ct) is not { Person: var person } || await Find(person.UserName, ct) is not { } known) return [new("not-entitled", "You are not signed in")];
        if (known.PasswordHash is null) return [new("rule", "One click signs you in, so there is no password to change", "current")];
        if (throttle.WaitFor(person.UserName, address) is { } wait) return [new("rule", $"Too many tries. Wait {Math.Ceiling(wait.TotalSeconds)} seconds, then try again", "current")];
        if (hasher.VerifyHashedPassword(known, known.PasswordHash, current ?? "") == PasswordVerificationResult.Failed)
        {
            throttle.Wrong(person.UserName, address);
            return [new("invalid", "Check the password you have now: that isn’t it", "current")];
        }
        throttle.Right(person.UserName, address);
        if (chosen == current) return [new("invalid", "Choose a password other than the one you have now", "new")];
        if (PasswordRules.FaultFor(person.Grade, chosen ?? "") is { } tooShort) return [new("invalid", tooShort, "new")];
        try
        {
            await lane.Write(async writing =>
            {
                await Set(writing, known.Id, chosen ?? "", mustChange: false);
                // The new stamp ends every session but the one in which it was chosen.
                var stamp = (await writing.Db.Users.FindAsync([known.Id], ct))!.SecurityStamp!;
                await writing.Db.SaveChangesAsync(ct);
                await writing.Db.Sessions.Where(s => s.Id == session && s.PersonId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp), ct);
                writing.Record(AccountTrail.Entry(AccountTrail.PasswordChanged, id, occasions.Now, new { userName = person.UserName, address }));
            }, ct);
        }
        catch (AccountRefused refused)
        {
            return [.. refused.Faults.Select(f => new Refusal("invalid", f, "new"))];
        }
        sessions.Changed(session);
        await sessions.EndAll(id, but: session, ct);
        return [];
    }

    /// <summary>Puts a new password in the place of another, in the caller's write.</summary>
    internal async Task Set(Writing writing, int account, string password, bool mustChange)
    {
        using var users = In(writing);
        var changed = (await writing.Db.Users.FindAsync(account))!;
        if (await new PasswordRules().ValidateAsync(users, changed, password) is { Succeeded: false } refused) throw new AccountRefused([.. refused.Errors.Select(e => e.Description)]);
        (changed.PasswordHash, changed.MustChangePassword) = (hasher.HashPassword(changed, password), mustChange);
        // Once only: Identity's store takes what it is given for what the database holds.
        await users.UpdateSecurityStampAsync(changed);
    }

    async Task<IReadOnlyList<string>> Make(Person person, string? password, bool mustChange, PersonId by, CancellationToken ct)
    {
        try
        {
            await lane.Write(async writing =>
            {
                if (person.Id == default)
                {
                    writing.Db.People.Add(person);
                    await writing.Db.SaveChangesAsync(ct);
                }
                using var users = In(writing);
                var account = new Account { UserName = person.UserName, PersonId = person.Id, MustChangePassword = mustChange };
                var made = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
                if (!made.Succeeded) throw new AccountRefused([.. made.Errors.Select(e => e.Description)]);
                writing.Record(AccountTrail.Entry(AccountTrail.Created, by, occasions.Now, new { userName = person.UserName, role = person.Grade.ToString(), team = person.Team }));
            }, ct);
            return [];
        }
        catch (AccountRefused refused)
        {
            return refused.Faults;
        }
        finally
        {
            staff.Changed();
        }
    }

    async Task<Session> Begin(Account account, string address, int wrongBefore, CancellationToken ct) => await lane.Write(writing =>
    {
        var entry = wrongBefore > 0 ? AccountTrail.SignedInAfterFailure : AccountTrail.SignedIn;
        writing.Record(AccountTrail.Entry(entry, account.PersonId, occasions.Now, new { userName = account.UserName, address, wrongBefore }));
        return Task.FromResult(sessions.Start(writing, account, address));
    }, ct);

    async Task<Account?> Find(string userName, CancellationToken ct)
    {
        var name = names.NormalizeName(userName);
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == name, ct);
    }

    /// <summary>Identity's own rules over the context of this write; the write lane saves.</summary>
    UserManager<Account> In(Writing writing) => new(new UserOnlyStore<Account, PortalDb, int>(writing.Db) { AutoSaveChanges = false }, options, hasher,
        [new UserValidator<Account>()], [new PasswordRules()], names, new IdentityErrorDescriber(), services, log);

    // "r.teasel" is shown as "R. Teasel".
    static string NameFrom(string userName) => userName.Split('.') is [{ Length: 1 } initial, { Length: > 0 } surname]
        ? $"{char.ToUpperInvariant(initial[0])}. {char.ToUpperInvariant(surname[0])}{surname[1..]}"
        : userName;

    sealed class AccountRefused(IReadOnlyList<string> faults) : Exception
    {
        public IReadOnlyList<string> Faults => faults;
    }
}

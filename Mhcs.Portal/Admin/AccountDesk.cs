using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Admin;

/// <summary>What came of an act on an account, with the password that was made for it, which is shown this once.</summary>
public sealed record AccountOutcome(IReadOnlyList<Refusal> Reasons, string? Password = null)
{
    public bool Done => Reasons.Count == 0;
}

/// <summary>What the system administrator does to accounts. Whoever loses a right, or gets another, signs in again.</summary>
public sealed class AccountDesk(PlainDesk desk, Accounts accounts, Sessions sessions, SignInThrottle throttle, Occasions occasions, ILiveFeed feed)
{
    public async Task<AccountOutcome> Add(string? userName, string? role, string? team, PersonId by, CancellationToken ct = default)
    {
        if (await Administers(by, ct) is { } no) return Refused(no);
        List<Refusal> faults = [];
        if (Roles.NameFault(userName) is { } name) faults.Add(new("invalid", name, "userName"));
        faults.AddRange(Placed(role, team, out var grade, out var placed));
        if (faults.Count > 0) return new(faults);
        var password = Accounts.NewPassword();
        if (await accounts.Create(userName!, grade, placed, password, by, mustChange: true, ct) is { Count: > 0 } refused) return new([.. refused.Select(r => new Refusal("invalid", r, "userName"))]);
        await feed.Publish(new FeedSignal(FeedSignal.People), CancellationToken.None);
        return new([], password);
    }

    /// <summary>Changes role, team, and whether the person may sign in.</summary>
    public async Task<AccountOutcome> Change(string userName, string? role, string? team, bool active, PersonId by, CancellationToken ct = default)
    {
        var outcome = await Act(userName, by, async (person, on, writing) =>
        {
            if (Placed(role, team, out var grade, out var placed).ToList() is { Count: > 0 } faults) throw new RuleBroken(faults);
            if (person.Id == by && (grade != person.Grade || !active)) throw new RuleBroken(new Refusal("rule", "You can’t change your own role or disable yourself. Ask another administrator", "role"));
            if ((placed != person.Team || !grade.HoldsCases) && person.Grade.HoldsCases && await writing.Db.Cases.WithVictims().AnyAsync(c => c.AssigneeId == person.Id && c.ClosedAt == null, ct))
                throw new RuleBroken(new Refusal("rule", $"{person.Name} still holds open cases. Ask the team’s manager to hand them over first", "team"));
            var about = new { userName = person.UserName, role = grade.ToString(), team = placed, before = new { role = person.Grade.ToString(), team = person.Team } };
            if (grade != person.Grade) writing.Record(AccountTrail.Entry(AccountTrail.PrivilegeChanged, by, on.At, about));
            if (placed != person.Team) writing.Record(AccountTrail.Entry(AccountTrail.GroupChanged, by, on.At, about));
            if (active != person.Active) writing.Record(AccountTrail.Entry(active ? AccountTrail.Enabled : AccountTrail.Disabled, by, on.At, new { userName = person.UserName }));
            // An administrator's password is longer: they choose one of that length when they next sign in.
            if (grade == Grade.SystemAdministrator && grade != person.Grade) await writing.Db.Users.Where(a => a.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.MustChangePassword, true), ct);
            var changed = (grade, placed, active) != (person.Grade, person.Team, person.Active);
            (person.Grade, person.Team, person.Active) = (grade, placed, active);
            return changed;
        }, ct);
        if (outcome is { Done: true, Ended: { } ended }) await sessions.EndAll(ended, ct: ct);
        return new(outcome.Reasons);
    }

    public async Task<AccountOutcome> EndSessions(string userName, PersonId by, CancellationToken ct = default)
    {
        var outcome = await Act(userName, by, (person, on, writing) =>
        {
            writing.Record(AccountTrail.Entry(AccountTrail.SessionsEnded, by, on.At, new { userName = person.UserName }));
            return Task.FromResult(true);
        }, ct);
        if (outcome is { Done: true, Ended: { } ended }) await sessions.EndAll(ended, ct: ct);
        return new(outcome.Reasons);
    }

    /// <summary>Lets somebody try again at once whom wrong tries keep waiting.</summary>
    public async Task<AccountOutcome> Unlock(string userName, PersonId by, CancellationToken ct = default)
    {
        var outcome = await Act(userName, by, (person, on, writing) =>
        {
            writing.Record(AccountTrail.Entry(AccountTrail.Unlocked, by, on.At, new { userName = person.UserName }));
            throttle.Forget(person.UserName);
            return Task.FromResult(false);
        }, ct);
        return new(outcome.Reasons);
    }

    /// <summary>A new password for somebody who lost theirs.</summary>
    public async Task<AccountOutcome> ResetPassword(string userName, PersonId by, CancellationToken ct = default)
    {
        var password = Accounts.NewPassword();
        var outcome = await Act(userName, by, async (person, on, writing) =>
        {
            if (person.Id == by) throw new RuleBroken(new Refusal("rule", "Change your own password on the page of your account", "userName"));
            if (await writing.Db.Users.Where(a => a.PersonId == person.Id).Select(a => (int?)a.Id).FirstOrDefaultAsync(ct) is not { } account)
                throw new RuleBroken(new Refusal("rule", $"{person.Name} has no account yet. Add one", "userName"));
            await accounts.Set(writing, account, password, mustChange: true);
            writing.Record(AccountTrail.Entry(AccountTrail.PasswordReset, by, on.At, new { userName = person.UserName }));
            return true;
        }, ct);
        if (outcome is { Done: true, Ended: { } ended }) await sessions.EndAll(ended, ct: ct);
        return outcome.Done ? new([], password) : new(outcome.Reasons);
    }

    /// <param name="work">Answers whether the person's sessions end.</param>
    async Task<(bool Done, IReadOnlyList<Refusal> Reasons, PersonId? Ended)> Act(string userName, PersonId by, Func<Person, Occasion, Writing, Task<bool>> work, CancellationToken ct)
    {
        if (await Administers(by, ct) is { } no) return (false, [no], null);
        PersonId? ended = null;
        var outcome = await desk.Work(by, async (on, writing) =>
        {
            var person = await writing.Db.People.FirstOrDefaultAsync(p => p.UserName == userName, ct) ?? throw new RuleBroken(new Refusal("not-found", $"There is nobody called {userName}", "userName"));
            ended = await work(person, on, writing) ? person.Id : null;
            return (person.Id.Value, new FeedSignal(FeedSignal.People, person.Team));
        }, ct);
        return (outcome.Done, outcome.Reasons, ended);
    }

    async Task<Refusal?> Administers(PersonId by, CancellationToken ct) => await occasions.For(by, ct) is { By.Person.Grade: Grade.SystemAdministrator }
        ? null : new("not-entitled", "Accounts are the system administrator’s");

    static IEnumerable<Refusal> Placed(string? role, string? team, out Grade grade, out string? placed)
    {
        if (Roles.Grade(role) is not { } known)
        {
            (grade, placed) = (default, null);
            return [new("invalid", role is null or "" ? "Choose a role" : $"There is no role {role}. {Roles.Choices}", "role")];
        }
        grade = known;
        placed = Roles.Team(known, team, out var fault);
        return fault is null ? [] : [new("invalid", fault, "team")];
    }

    static AccountOutcome Refused(Refusal why) => new([why]);
}

using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Audit;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Audit;

public sealed class TrailQueryTests(Casework portal) : IClassFixture<Casework>
{
    [Fact]
    public async Task The_auditor_reads_the_newest_first_and_reads_on_without_a_gap()
    {
        for (var i = 0; i < 14; i++) await portal.Case();

        var newest = await Read("auditor", new());
        var earlier = await Read("auditor", new(Before: newest.Next));

        newest.Rows.Select(r => r.Entry.Seq).Should().BeInDescendingOrder().And.HaveCount(TrailQuery.OnAPage);
        newest.Rows[0].Entry.Seq.Should().Be(newest.Last);
        earlier.Rows[0].Entry.Seq.Should().Be(newest.Rows[^1].Entry.Seq - 1);
    }

    [Theory]
    [InlineData("caseworker.a")]
    [InlineData("headofteam.a")]
    [InlineData("systemadministrator")]
    public async Task Nobody_else_reads_it_or_verifies_it(string userName)
    {
        await portal.People();
        var me = (await Staff.Find(userName))!.Id;

        (await Trail.For(me, new())).Should().BeNull();
        (await Trail.Verify(me)).Should().BeNull();
    }

    [Fact]
    public async Task It_narrows_to_one_case_one_person_and_one_subject()
    {
        var file = await portal.Case();
        using (await portal.SignedIn("auditor"))
        {
            var ofCase = await Read("auditor", new(Reference: file));
            var byHead = await Read("auditor", new(UserName: "headofsection", Subject: TrailSubject.Find("cases")));
            var accounts = await Read("auditor", new(TrailSubject.Find("accounts")));

            ofCase.Rows.Should().NotBeEmpty().And.OnlyContain(r => r.Reference == file);
            byHead.Rows.Should().NotBeEmpty().And.OnlyContain(r => r.Entry.CaseId != null && r.By == byHead.People.First(p => p.UserName == "headofsection").Name);
            accounts.Rows.Should().Contain(r => r.Entry.Kind == Mhcs.Portal.SignIn.AccountTrail.SignedIn).And.OnlyContain(r => r.Entry.CaseId == null);
        }
    }

    [Fact]
    public async Task A_day_is_read_up_to_its_end_in_London()
    {
        await portal.Case();
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);

        var upToToday = await Read("auditor", new(UpTo: today));
        var upToYesterday = await Read("auditor", new(UpTo: today.AddDays(-1)));

        upToToday.Rows[0].Entry.Seq.Should().Be(upToToday.Last);
        upToYesterday.Rows.Should().NotContain(r => London.Day(r.Entry.At) >= today);
    }

    [Fact]
    public void An_entry_shows_every_value_that_was_recorded_under_its_name()
    {
        var entry = new TrailEntry { At = default, Kind = "SignedInAfterFailure", By = default, Data = """{"userName":"a.b","tries":[{"from":"127.0.0.1"},{"from":null}]}""" };

        TrailWords.Of(entry).Should().Be("Signed in after failure");
        TrailWords.Recorded(entry).Should().Equal(("User name", "a.b"), ("Tries 1, from", "127.0.0.1"));
    }

    TrailQuery Trail => portal.Services.GetRequiredService<TrailQuery>();
    Staff Staff => portal.Services.GetRequiredService<Staff>();

    async Task<TrailPageOf> Read(string userName, TrailFilter filter) => (await Trail.For((await Staff.Find(userName))!.Id, filter))!;
}

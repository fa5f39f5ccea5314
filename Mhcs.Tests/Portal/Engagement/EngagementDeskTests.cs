using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Engagement;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Engagement;
using Mhcs.Portal.People;
using Mhcs.Portal.Diary;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Engagement;

public sealed class EngagementDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    EngagementDesk Desk => _portal.Services.GetRequiredService<EngagementDesk>();
    EngagementQuery Query => _portal.Services.GetRequiredService<EngagementQuery>();
    DateOnly Today => London.Day(_portal.Services.GetRequiredService<Occasions>().Now);

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_challenge_stays_open_until_its_outcome_is_recorded()
    {
        var clinician = await Entry(EntryKind.Clinician, "Dr F. Honeywick");
        var recorded = await Desk.Record(new(ContactKind.Challenge, null, "The report gives no reason for its view of the risk", Today, null, null), clinician, null, _section.Ann.Id);
        recorded.Reasons.Should().BeEmpty();

        var half = await Desk.Answer(recorded.Id!.Value, "A new report came", null, _section.DeputyHead.Id);
        var whole = await Desk.Answer(recorded.Id.Value, "A new report came", ChallengeResult.Accepted, _section.DeputyHead.Id);

        half.Reasons.Should().ContainSingle().Which.Field.Should().Be("result");
        whole.Reasons.Should().BeEmpty();
        var row = (await Query.Contacts(_section.Ann.Id, ContactView.Challenges))!.Rows.Should().ContainSingle().Subject;
        (row.Contact.Result, row.Contact.With, row.AnsweredBy).Should().Be((ChallengeResult.Accepted, "Dr F. Honeywick", _section.DeputyHead.Name));
        (await Desk.Answer(recorded.Id.Value, "Again", ChallengeResult.Accepted, _section.DeputyHead.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("wrong-state");
    }

    [Fact]
    public async Task A_challenge_is_made_to_a_clinician_a_supervisor_or_the_police()
    {
        var court = await Entry(EntryKind.Court, "Willowmere Crown Court");

        var outcome = await Desk.Record(new(ContactKind.Challenge, null, "Too late", Today, null, null), court, null, _section.Ann.Id);

        outcome.Reasons.Should().ContainSingle().Which.Field.Should().Be("entry");
    }

    [Fact]
    public async Task Liaison_with_judges_is_recorded_by_a_deputy_head_or_above()
    {
        var details = new ContactDetails(ContactKind.Judge, "Judge Larkwhistle", "A third adjournment for the same report", Today, null, null);

        (await Desk.Record(details, null, null, _section.Ann.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        (await Desk.Record(details, null, null, _section.DeputyHead.Id)).Done.Should().BeTrue();
    }

    [Fact]
    public async Task What_was_said_about_a_case_is_read_by_those_who_see_the_case_and_the_log_by_the_team()
    {
        var recall = await _section.OpenRecall();
        await Desk.Record(new(ContactKind.Contact, "The ward manager", "When the report will come", Today, null, null), null, recall.Value, _section.Ann.Id);

        (await Query.Contacts(_section.Ben.Id, ContactView.All))!.Total.Should().Be(1);
        (await Query.Contacts(_section.Stranger.Id, ContactView.All))!.Total.Should().Be(0);
        (await Desk.Record(new(ContactKind.Contact, "The ward manager", "The same", Today, null, null), null, recall.Value, _section.Stranger.Id)).Reasons.Should().ContainSingle().Which.Field.Should().Be("reference");
    }

    [Fact]
    public async Task Reading_what_was_said_about_a_restricted_case_is_on_the_trail_and_about_an_ordinary_one_is_not()
    {
        var (restricted, ordinary) = (await _section.OpenRecall(), await _section.OpenRecall("P-20002"));
        foreach (var file in new[] { restricted, ordinary })
            (await Desk.Record(new(ContactKind.Contact, "The ward manager", "When the report will come", Today, null, null), null, file.Value, _section.Ann.Id)).Done.Should().BeTrue();
        await _section.Desk.Work(restricted, _section.TeamManager.Id, (file, on) => file.Restrict(true, [_section.Ben.Id], "Press interest", on));

        (await Query.Contacts(_section.Ben.Id, ContactView.All))!.Total.Should().Be(2);
        (await Query.Contacts(_section.DeputyHead.Id, ContactView.All))!.Total.Should().Be(1);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var read = await db.Trail.SingleAsync(e => e.Kind == SensitiveReads.Restricted);
        (read.By, read.PatientNumber).Should().Be((_section.Ben.Id, "P-20001"));
        read.Data.Should().Contain(restricted.Value).And.Contain("contact log");
    }

    [Fact]
    public async Task What_the_head_of_section_has_to_follow_up_stands_in_their_own_diary_and_in_no_teams()
    {
        var head = new Person { UserName = "head", Name = "V. Ellwood", Grade = Grade.HeadOfSection };
        await _portal.Services.GetRequiredService<Mhcs.Portal.Data.WriteLane>().Write(writing => { writing.Db.People.Add(head); return Task.CompletedTask; });
        _portal.Services.GetRequiredService<Staff>().Changed();
        (await Desk.Record(new(ContactKind.Judge, "Judge Larkwhistle", "A third adjournment", Today, null, Today), null, null, head.Id)).Done.Should().BeTrue();
        var diary = _portal.Services.GetRequiredService<DiaryQuery>();

        (await diary.For(head.Id, new()))!.Days.SelectMany(d => d.Items).Should().ContainSingle(i => i.Title == "Follow up: judge liaison");
        (await diary.For(_section.DeputyHead.Id, new(Whose: DiaryPages.Everybody)))!.Days.SelectMany(d => d.Items).Should().NotContain(i => i.Title == "Follow up: judge liaison");
    }

    [Fact]
    public async Task A_training_has_its_attendance_from_its_day_on_and_feedback_after_it()
    {
        var planned = await Desk.Plan(new(TeamEventKind.ExternalTraining, "Writing applications for leave", "Our office", Today.AddDays(3), [], "A ward manager\nTwo nurses"), null, [_section.Ann.Id], _section.DeputyHead.Id);
        var tooSoon = await Desk.Hold(planned.Id!.Value, [0], null, _section.DeputyHead.Id);
        var past = await Desk.Plan(new(TeamEventKind.InternalTraining, "Dates", "Our office", Today, [], "A ward manager"), null, [_section.Ann.Id, _section.Ben.Id], _section.DeputyHead.Id);
        var unheld = await Desk.AddFeedback(past.Id!.Value, "A nurse", 4, "Clear", _section.Ann.Id);

        var held = await Desk.Hold(past.Id.Value, [0, 2], "Went well", _section.DeputyHead.Id);
        var said = await Desk.AddFeedback(past.Id.Value, "A nurse", 4, "Clear", _section.Ann.Id);

        tooSoon.Reasons.Should().ContainSingle().Which.Field.Should().Be("came");
        unheld.Reasons.Should().ContainSingle().Which.Code.Should().Be("wrong-state");
        held.Reasons.Concat(said.Reasons).Should().BeEmpty();
        var view = (await Query.Event(_section.Stranger.Id, past.Id.Value))!;
        view.Event.Attendees.Select(a => a.Came).Should().Equal(true, false, true);
        view.Event.Feedback.Should().ContainSingle().Which.Mark.Should().Be(4);
        (await Desk.Hold(planned.Id.Value, [0], null, _section.Ann.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
    }

    [Fact]
    public async Task What_lies_ahead_of_a_team_stands_in_its_diary_and_in_that_of_those_who_go()
    {
        var (hospital, day) = (await Entry(EntryKind.Hospital, "Willowmere Hospital"), Today.AddDays(9));
        await Desk.Plan(new(TeamEventKind.HospitalVisit, "New wards", null, day, [], null), hospital, [_section.Ann.Id], _section.DeputyHead.Id);
        await Desk.Record(new(ContactKind.Contact, "The ward manager", "Ask again", Today, null, day), hospital, null, _section.DeputyHead.Id);

        (await Diary(_section.Ben, DiaryPages.Everybody)).Should().BeEquivalentTo("Visit to a hospital: New wards", "Follow up: contact");
        (await Diary(_section.Ann, null)).Should().Equal("Visit to a hospital: New wards");
        (await Diary(_section.Ben, null)).Should().BeEmpty();
        (await Diary(_section.Stranger, DiaryPages.Everybody)).Should().BeEmpty("that is another team");

        async Task<IReadOnlyList<string>> Diary(Person who, string? whose) =>
            [.. (await _portal.Services.GetRequiredService<DiaryQuery>().For(who.Id, new(On: day, Whose: whose)))!.Days.SelectMany(d => d.Items).Select(i => i.Title)];
    }

    async Task<int> Entry(EntryKind kind, string name)
    {
        var added = await _portal.Services.GetRequiredService<DirectoryDesk>().Add(kind, new(name, kind.IsPerson ? "Willowmere Hospital" : null, "Wales", "Willowmere", null, null, null, null, new(2020, 1, 1)), _section.Ann.Id);
        added.Reasons.Should().BeEmpty();
        return added.Id!.Value;
    }
}

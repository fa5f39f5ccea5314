using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Engagement;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Data;
using Mhcs.Portal.Diary;
using Mhcs.Portal.Engagement;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Confidential;

/// <summary>A file that is closed to somebody is closed at every door.</summary>
public sealed class ClosedDoorsTests : IAsyncLifetime
{
    const string Patients = "number,surname,forenames,born_on,category,category_since,hospital,ward,admitted_on,residence,high_profile\n";
    const string Cases = "reference,type,patient_number,state,received_on,state_since,assignee,note,fact_concernSource,fact_concernAt,fact_concern\n";
    readonly PortalApp _portal = new();
    readonly Person _head = new() { UserName = "w.hawksworth", Name = "W. Hawksworth", Grade = Grade.HeadOfSection };
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        await Service<WriteLane>().Write(writing =>
        {
            writing.Db.People.Add(_head);
            return Task.CompletedTask;
        });
        Service<Staff>().Changed();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_list_of_patients_shows_nothing_of_one_with_whom_its_importer_has_a_conflict()
    {
        await Declare(_section.Administrator, "P-20001");

        var plan = await Service<ImportPatients>().Plan(Bytes(Patients + "P-20001,Applecross,Perrin,1984-05-09,CD,2022-10-03,,,,4 Quill Court,No\n"), _section.Administrator.Id);

        plan.Changed.Should().BeEmpty();
        plan.Rejected.Should().ContainSingle().Which.Message.Should().StartWith("You have declared a conflict of interest");
    }

    [Fact]
    public async Task What_a_list_of_patients_shows_beside_itself_is_read_and_on_the_trail()
    {
        await Service<ImportPatients>().Plan(Bytes(Patients + "P-20001,Applecross,Perrin,1984-05-09,CD,2022-10-03,,,,4 Quill Court,No\n"), _section.Administrator.Id);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.SingleAsync(e => e.Kind == SensitiveReads.OfPatient)).Should().BeEquivalentTo(new { PatientNumber = "P-20001", By = _section.Administrator.Id });
    }

    [Fact]
    public async Task A_list_of_cases_takes_none_of_a_patient_with_whom_its_importer_has_a_conflict_and_knows_no_restricted_file()
    {
        var locked = await Locked();
        await Declare(_section.Administrator, "P-20002");

        var plan = await Service<ImportCases>().Plan(Bytes(Cases + Row("", "P-20002") + Row(locked.Value, "P-20001")), _section.Administrator.Id);

        (plan.New.Count, plan.Unchanged.Count).Should().Be((0, 0));
        plan.Rejected.Select(r => r.Message).Should().HaveCount(2).And.Contain(m => m.StartsWith("You have declared a conflict")).And.Contain(m => m.Contains("is taken by another case"));

        static string Row(string reference, string patient) => $"{reference},recall,{patient},,2026-11-20,,,,{Facts.ConcernSource.Options[0]},2026-11-20 09:00,Missed two appointments\n";
    }

    [Fact]
    public async Task Whoever_opens_a_case_learns_no_reference_of_one_that_is_closed_to_them()
    {
        var first = await OpenReport(_section.Ann);
        (await _section.Desk.Work(first, _section.TeamManager.Id, (file, on) => file.Restrict(true, [], "Press interest", on))).Sentences.Should().BeEmpty();
        await Declare(_section.Administrator, "P-20001");

        (await Open(_section.TeamManager)).Sentences.Should().ContainSingle(s => s.Contains(first.Value), "who is named on it is told which");
        (await Open(_section.Ben)).Sentences.Should().ContainSingle(s => s.StartsWith("A second case of this kind can’t be opened") && !s.Contains(first.Value));
        (await Open(_section.Administrator)).Sentences.Should().ContainSingle(s => s.StartsWith("There is no patient with this number"));
    }

    [Fact]
    public async Task A_file_opened_in_an_emergency_gets_no_contact_and_no_meeting_from_whoever_opened_it()
    {
        var locked = await Locked();
        await Service<ConfidentialDesk>().BreakGlass(locked.Value, "The patient is at large", _section.DeputyHead.Id);
        var on = (await Service<Occasions>().For(_section.DeputyHead.Id))!;

        var contact = await Service<EngagementDesk>().Record(new(ContactKind.Judge, "Judge Larkwhistle", "An adjournment", on.Today, null, null), null, locked.Value, _section.DeputyHead.Id);
        var meeting = await Service<MeetingDesk>().Record("A", new(Meeting.Kinds[1], "Aftercare", null, on.At.AddDays(2), 60, [], locked), _section.DeputyHead.Id);

        contact.Reasons.Concat(meeting.Reasons).Should().HaveCount(2).And.OnlyContain(r => r.Code == "not-entitled" && r.Text.StartsWith($"You opened {locked} to read it"));
    }

    [Fact]
    public async Task A_head_s_own_conflict_closes_the_trail_and_the_contact_log_of_the_patient_to_them()
    {
        var file = await _section.OpenRecall();
        var today = (await Service<Occasions>().For(_section.DeputyHead.Id))!.Today;
        (await Service<EngagementDesk>().Record(new(ContactKind.Judge, "Judge Larkwhistle", "An adjournment", today, null, null), null, file.Value, _section.DeputyHead.Id)).Reasons.Should().BeEmpty();
        (await Seen()).Should().Be((true, 1));

        await Declare(_head, "P-20001");

        (await Seen()).Should().Be((false, 0));

        async Task<(bool Trail, int Contacts)> Seen() =>
            ((await Service<TrailQuery>().For(_head.Id, new(Reference: "P-20001")))!.Rows.Count > 0, (await Service<EngagementQuery>().Contacts(_head.Id, ContactView.All))!.Total);
    }

    [Fact]
    public async Task Why_somebody_has_a_conflict_is_not_in_the_trail()
    {
        await Declare(_section.Ann, "P-20001");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.SingleAsync(e => e.Kind == ConfidentialTrail.Declared)).Data.Should().Contain("a.larkspur").And.NotContain("cousin");
    }

    T Service<T>() where T : notnull => _portal.Services.GetRequiredService<T>();

    static ReadOnlyMemory<byte> Bytes(string file) => Encoding.UTF8.GetBytes(file);

    async Task Declare(Person person, string patient) => (await Service<ConfidentialDesk>().Declare(patient, "My cousin", person.Id)).Reasons.Should().BeEmpty();

    async Task<CaseReference> Locked()
    {
        var locked = await _section.OpenRecall();
        (await _section.Desk.Work(locked, _section.TeamManager.Id, (file, on) => file.Restrict(true, [], "Press interest", on))).Sentences.Should().BeEmpty();
        return locked;
    }

    async Task<CaseReference> OpenReport(Person by) => (await Open(by)).Should().BeOfType<Outcome.Done>().Subject.Reference;

    async Task<Outcome> Open(Person by)
    {
        var on = (await Service<Occasions>().For(by.Id))!;
        return await _section.Desk.Open(Death.Type, "P-20001", on.Today, Mhcs.Tests.Support.Answers.To(Death.Type.Opening.Asks, on.At), by.Id);
    }
}

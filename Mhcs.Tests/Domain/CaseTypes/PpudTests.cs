using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>The record in PPUD (domain notes 4.4).</summary>
public class PpudTests
{
    [Fact]
    public void A_decision_stands_among_what_is_to_be_done_until_somebody_says_that_PPUD_is_updated()
    {
        var recall = A.Recall().AwaitingDecision();
        ToUpdate(recall).Should().BeEmpty("nothing is decided yet");

        recall.Take("approve-recall");

        var notice = ToUpdate(recall).Should().ContainSingle().Subject;
        notice.About.Should().Be("Approve recall");
        recall.File.MarkSent(notice.Number, Notice.InPpud, recall.On(A.Administrator));
        (notice.SentBy, notice.SentAt, notice.How).Should().Be((A.Administrator.Id, recall.Now, Notice.InPpud));
    }

    [Fact]
    public void A_refusal_is_a_decision_and_sending_back_or_signing_decides_nothing_more()
    {
        var refused = A.Leave(Facts.UnescortedDay).AwaitingDecision().Take("refuse-the-unescorted-day-leave");
        var sentBack = A.Remission().AwaitingDecision().Take("send-back");
        var signed = A.Remission().WarrantSigned();

        refused.File.IsOpen.Should().BeFalse();
        ToUpdate(refused).Should().ContainSingle("a closed case has been decided too");
        ToUpdate(sentBack).Should().BeEmpty();
        ToUpdate(signed).Should().ContainSingle().Which.About.Should().Be("Approve the remission");
    }

    [Fact]
    public void Clearing_a_letter_is_no_decision_about_a_patient() =>
        AllCaseTypes.All.Where(t => !t.ConcernsAPatient).SelectMany(t => t.Moves.Select(m => A.Letter().File.ToldOf(m))).Should().NotContain(told => told.Contains(Parties.Ppud));

    [Fact]
    public void A_death_holds_back_letters_and_not_the_record_of_what_was_decided()
    {
        var recall = A.Recall().WarrantSigned();
        recall.Patient.Apply(new PatientDied(recall.Today));
        recall.Meets((file, on) => file.StopAfterDeath(CaseReference.Parse("D-1001"), on));

        recall.Refused(A.Administrator, (file, on) => file.MarkSent(ToUpdate(recall)[0].Number, Notice.InPpud, on)).Should().BeEmpty();
    }

    [Fact]
    public void The_reference_is_recorded_once_and_put_right_with_a_reason()
    {
        var patient = A.Patient(LegalCategory.Cd);
        var on = A.Recall().On(A.Administrator);

        PpudRecorded.On(patient, " ap4471 ", null, on).Should().Be(new PpudRecorded(null, "AP4471", null));

        Refused(() => PpudRecorded.On(patient, "AP4472", " ", on)).Should().Be("Say why AP4471 is wrong");
        PpudRecorded.On(patient, "AP4472", "Two figures were exchanged", on).From.Should().Be("AP4471");
        patient.PpudReference.Should().Be("AP4472");
    }

    [Theory]
    [InlineData("", "Give the reference that PPUD shows, such as AP4471")]
    [InlineData("AP 44?", "A PPUD reference has letters and digits only, such as AP4471")]
    [InlineData("AP44710000000000000000", "The PPUD reference must have 20 characters or fewer")]
    public void What_cannot_be_a_reference_is_refused_with_what_would_be_one(string given, string sentence) =>
        Refused(() => PpudRecorded.On(A.Patient(LegalCategory.Cd), given, null, A.Recall().On(A.Administrator))).Should().Be(sentence);

    [Fact]
    public void Nobody_of_another_team_and_nobody_who_knows_the_patient_records_it()
    {
        var acquainted = A.Person(Grade.Caseworker, 77);
        acquainted.Conflicts.Add(new ConflictOfInterest("P-20417", new(2026, 10, 1)));
        var stranger = new Person { Id = new(78), UserName = "stranger", Name = "N. Osierby", Grade = Grade.TeamManager, Team = "B" };

        foreach (var person in new[] { acquainted, stranger })
            Refused(() => PpudRecorded.On(A.Patient(LegalCategory.Cd), "AP4471", null, A.Recall().On(person))).Should().ContainAny("conflict of interest", "another team");
    }

    static IReadOnlyList<Notice> ToUpdate(PlayedCase played) => [.. played.File.Notices.Where(n => n.IsForPpud && n.SentAt is null)];

    static string Refused(Func<object> act) => act.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle().Subject.Text;
}

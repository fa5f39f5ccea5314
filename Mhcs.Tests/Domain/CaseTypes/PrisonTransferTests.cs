using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class PrisonTransferTests
{
    static PlayedCase OneReportHeld(string power = Facts.Sentenced) => A.PrisonTransfer(power).Assigned().Through("ask-for-medical-reports", "record-the-first-report");

    [Fact]
    public void A_transfer_warrant_lapses_by_itself_after_fourteen_days()
    {
        var transfer = A.PrisonTransfer().WarrantSigned();
        var signed = transfer.Today;

        transfer.On(signed.AddDays(13), 23).TimePasses().State.Should().Be("WarrantIssued");
        transfer.On(signed.AddDays(14), 0).TimePasses();

        transfer.State.Should().Be("Lapsed");
        transfer.Events.OfType<DeadlineEnded>().Should().ContainSingle(e => e.Rule == Terms.TransferWarrantLapses.Rule);
        transfer.Events.OfType<DeadlineMet>().Should().NotContain(e => e.Rule == Terms.TransferWarrantLapses.Rule);
        transfer.Events.OfType<StepTaken>().Last().By.Value.Should().Be(0);
    }

    [Fact]
    public void After_a_lapse_a_new_decision_and_a_new_warrant_are_needed()
    {
        var transfer = A.PrisonTransfer().WarrantSigned().DaysLater(14).TimePasses();

        transfer.Refused("confirm-the-admission").Should().ContainSingle(r => r.Text.StartsWith("The direction lapsed", StringComparison.Ordinal));
        transfer.Through("prepare-a-new-decision", "recommend", "approve-the-transfer", "sign-the-warrant", "confirm-the-admission");

        transfer.State.Should().Be("Received");
        transfer.Issued.Count(p => p == Papers.TransferWarrant.Key).Should().Be(2);
    }

    [Fact]
    public void An_admission_in_time_counts_although_we_hear_of_it_after_the_lapse()
    {
        var transfer = A.PrisonTransfer().WarrantSigned();
        var signed = transfer.Today;
        transfer.DaysLater(15).TimePasses();

        transfer.Take("confirm-the-admission", (Facts.AdmittedOn, A.Text(signed.AddDays(13))));

        transfer.Patient.Category.Should().Be(LegalCategory.S47_49);
        transfer.Patient.CategorySince.Should().Be(signed.AddDays(13));
    }

    [Fact]
    public void One_of_the_two_doctors_is_approved_under_section_12()
    {
        var transfer = A.PrisonTransfer().Assigned().Take("ask-for-medical-reports").Take("record-the-first-report", (Facts.FirstReportSection12, "No"));

        transfer.Refused("record-the-second-report", (Facts.SecondReportSection12, "No")).Should().ContainSingle(r => r.Text.StartsWith("Neither doctor", StringComparison.Ordinal));
    }

    [Fact]
    public void One_doctor_does_not_make_two_reports() =>
        OneReportHeld().Refused("record-the-second-report", (Facts.SecondReportBy, "Dr M. Fennimarsh")).Should().ContainSingle(r => r.Text.StartsWith("Both reports are by the same doctor", StringComparison.Ordinal));

    [Fact]
    public void Both_reports_find_disorder_and_treatment()
    {
        OneReportHeld().Refused("record-the-second-report", (Facts.SecondReportDisorder, "No")).Should().ContainSingle(r => r.Field == Facts.SecondReportDisorder.Key || r.Field == Facts.FirstReportDisorder.Key);
        OneReportHeld().Refused("record-the-second-report", (Facts.SecondReportTreatment, "No")).Should().ContainSingle(r => r.Text.Contains("treatment is available"));
    }

    [Fact]
    public void Section_48_needs_an_urgent_need_and_section_47_does_not()
    {
        OneReportHeld(Facts.CrownRemand).Refused("record-the-second-report", (Facts.UrgentNeed, "No")).Should().ContainSingle(r => r.Field == Facts.UrgentNeed.Key);
        OneReportHeld().Refused("record-the-second-report", (Facts.UrgentNeed, "No")).Should().BeEmpty();
    }

    [Fact]
    public void Reports_are_at_most_two_months_old_when_the_transfer_is_approved()
    {
        var transfer = A.PrisonTransfer().AwaitingDecision().DaysLater(62);

        var refused = transfer.Refused("approve-the-transfer");

        refused.Select(r => r.Mend!.Key).Should().Equal(Facts.FirstReportOn.Key, Facts.SecondReportOn.Key);
    }

    [Theory, InlineData(Facts.CrownRemand), InlineData(Facts.MagistratesRemand)]
    public void For_remanded_people_the_restriction_direction_is_mandatory(string power) =>
        A.PrisonTransfer(power).AwaitingDecision().Refused("approve-the-transfer", (Facts.RestrictionDirection, "No")).Should().ContainSingle(r => r.Field == Facts.RestrictionDirection.Key);

    [Fact]
    public void Without_a_restriction_direction_none_is_issued_and_the_patient_is_outside_the_caseload()
    {
        var transfer = A.PrisonTransfer().AwaitingDecision().Take("approve-the-transfer", (Facts.RestrictionDirection, "No")).Through("sign-the-warrant", "confirm-the-admission");

        transfer.Issued.Should().Contain(Papers.TransferWarrant.Key).And.NotContain(Papers.RestrictionDirection.Key);
        transfer.Patient.Category.Should().Be(LegalCategory.S47);
        transfer.Running(Terms.AnnualReport).Should().BeNull();
    }

    [Fact]
    public void The_release_date_ends_a_transfer_that_has_not_happened()
    {
        var transfer = A.PrisonTransfer(releaseDate: new(2026, 11, 20)).AwaitingDecision();

        transfer.On(new(2026, 11, 20), 0).TimePasses();

        transfer.State.Should().Be("Ended");
    }

    [Fact]
    public void No_transfer_is_opened_after_the_release_date()
    {
        var opening = () => A.PrisonTransfer(releaseDate: new(2026, 11, 1));

        opening.Should().Throw<RuleBroken>().WithMessage("The release date has passed*");
    }

    [Fact]
    public void A_high_profile_transfer_is_decided_by_a_deputy_head() =>
        A.PrisonTransfer(with: p => p.HighProfile = true).AwaitingDecision().RefusedTo(A.CaseworkManager, "approve-the-transfer").Should().ContainSingle(r => r.Code == "not-entitled" && r.Text.Contains("deputy head"));

    [Fact]
    public void The_first_assessment_starts_the_second_fourteen_days()
    {
        var transfer = OneReportHeld();

        transfer.Running(Terms.FirstPsychiatricAssessment).Should().BeNull();
        transfer.Running(Terms.PrisonTransferTakesPlace)!.LastDay.Should().Be(transfer.Today.AddDays(14));
    }

    [Fact]
    public void The_statutory_28_days_do_not_run_before_they_are_commenced()
    {
        var transfer = A.Case("prison-transfer", LegalCategory.NotRestricted, null, (Facts.InitialRequestOn, A.Text(new DateOnly(2026, 11, 2))));

        transfer.Running(Terms.PrisonTransferStatutoryLimit).Should().BeNull();
    }
}

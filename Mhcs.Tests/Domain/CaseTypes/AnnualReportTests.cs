using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class AnnualReportTests
{
    static PlayedCase Due(DateOnly? last = null) => A.AnnualReport(p => p.Apply(new ClinicianReported(last ?? new(2025, 11, 12))));

    [Fact]
    public void A_report_is_due_within_a_year_of_the_last()
    {
        Due().Running(Terms.AnnualReport)!.LastDay.Should().Be(new DateOnly(2026, 11, 12));
        Due(new(2026, 3, 1)).Running(Terms.AnnualReport)!.LastDay.Should().Be(new DateOnly(2027, 3, 1));
    }

    [Theory]
    [InlineData("2020-03-02", null, "2027-03-02")]
    [InlineData("2020-11-02", null, "2026-11-02")]
    [InlineData("2026-08-09", null, "2027-08-09")]
    [InlineData("2024-02-29", null, "2027-02-28")]
    [InlineData("2020-03-02", "2026-05-01", "2027-05-01")]
    [InlineData("2026-08-09", "2026-05-01", "2027-08-09")]
    public void Where_no_report_is_recorded_the_next_falls_on_the_anniversary_of_the_detention(string since, string? last, string due) =>
        ReportDuty.Of(LegalCategory.S37_41, DateOnly.Parse(since), last is null ? null : DateOnly.Parse(last), new(2026, 11, 2), A.Reference.Book)!.On.Should().Be(DateOnly.Parse(due));

    [Fact]
    public void Nobody_reports_yearly_on_a_discharged_patient() =>
        ReportDuty.Of(LegalCategory.Cd, new(2020, 3, 2), null, new(2026, 11, 2), A.Reference.Book).Should().BeNull();

    [Fact]
    public void A_report_that_does_not_come_is_chased_escalated_and_taken_up_with_the_managers()
    {
        var report = Due().Take("ask-for-the-report").On(new(2026, 11, 13), 0).TimePasses();

        report.State.Should().Be("Overdue");
        (report.Running(Terms.ChaseAnnualReport)!.LastDay, report.Running(Terms.EscalateAnnualReport)!.LastDay, report.Running(Terms.AnnualReportToManagers)!.LastDay).Should().Be((new(2026, 11, 26), new(2026, 12, 10), new(2026, 12, 24)));
        report.Take("chase-the-clinician").Take("escalate-to-the-medical-director").Issued.Should().Equal("annual-report-request", "annual-report-chase", "annual-report-escalation");
        report.Running(Terms.AnnualReportToManagers).Should().NotBeNull();
        report.Take("record-the-report").Running(Terms.AnnualReportToManagers).Should().BeNull();
    }

    [Fact]
    public void A_report_without_concern_is_read_and_filed_and_the_next_year_is_counted_from_it()
    {
        var report = Due().Through("ask-for-the-report", "record-the-report", "read-no-concern", "file-the-report");

        (report.State, report.Patient.LastReportOn).Should().Be(("Filed", report.Today));
    }

    [Fact]
    public void A_concern_is_decided_by_a_deputy_head_before_the_report_is_filed()
    {
        var report = Due().Through("ask-for-the-report", "record-the-report", "read-concern");

        report.Told.Should().Contain("deputy-head");
        report.RefusedTo(A.Person(Grade.TeamManager), "decide-on-the-concern").Should().ContainSingle(r => r.Code == "not-entitled");
        report.Through("decide-on-the-concern", "file-the-report").State.Should().Be("Filed");
    }

    [Fact]
    public void The_same_report_is_not_recorded_twice_nor_one_from_the_future_of_its_receipt()
    {
        var report = Due().Take("ask-for-the-report");

        report.Refused("record-the-report", (Facts.ReportWrittenOn, "2025-11-12")).Should().ContainSingle(r => r.Field == Facts.ReportWrittenOn.Key);
        report.Refused("record-the-report", (Facts.ReportReceivedOn, "2026-10-01")).Should().ContainSingle(r => r.Text.StartsWith("The report can’t have been written after", StringComparison.Ordinal));
    }
}

using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Patients;
using Mhcs.Tests.Support;
using Mhcs.Tests.Support.Bench;

namespace Mhcs.Tests.Portal.Patients;

public sealed class PatientAlertsTests
{
    [Theory]
    [InlineData(LegalCategory.S47_49, true)]
    [InlineData(LegalCategory.S37_41, false)]
    public async Task An_absence_stands_on_top_and_says_where_a_sentence_stops(LegalCategory category, bool unlawfully)
    {
        var patient = A.Patient(category);
        patient.Apply(new AbsenceBegan("A-1001", Facts.Abscond, new(2026, 11, 3)));
        await using var bench = new ComponentBench();

        var alerts = await bench.Render<PatientAlerts>(given => given.Set(p => p.Patient, patient).Set(p => p.AbsenceHref, "/cases/A-1001"));

        var banner = alerts.Find(".app-banner");
        banner.TextContent.Should().Contain("Absent without leave since 3 November 2026").And.Contain("at any time");
        banner.TextContent.Contains("Unlawfully at large", StringComparison.Ordinal).Should().Be(unlawfully);
        alerts.Find(".app-banner a").GetAttribute("href").Should().Be("/cases/A-1001");
    }

    [Fact]
    public async Task A_hidden_case_of_an_absence_is_not_named()
    {
        var patient = A.Patient(LegalCategory.S37_41);
        patient.Apply(new AbsenceBegan("A-1001", Facts.Abscond, new(2026, 11, 3)));
        await using var bench = new ComponentBench();

        var alerts = await bench.Render<PatientAlerts>(given => given.Set(p => p.Patient, patient));

        alerts.FindAll(".app-banner").Should().ContainSingle();
        alerts.FindAll("a").Should().BeEmpty();
    }

    [Fact]
    public async Task An_empty_post_stands_on_top_until_somebody_holds_it()
    {
        var patient = A.Patient(LegalCategory.Cd);
        A.Supervised(patient);
        await using var bench = new ComponentBench();
        var filled = (await bench.Render<PatientAlerts>(given => given.Set(p => p.Patient, patient))).FindAll(".app-banner").Count;
        patient.Apply(new SupervisorLeft(Supervisor.Social, new(2026, 11, 3)));

        var alerts = await bench.Render<PatientAlerts>(given => given.Set(p => p.Patient, patient).Set(p => p.PostHref, "/cases/C-1001#steps"));

        filled.Should().Be(0);
        alerts.Find(".app-banner").TextContent.Should().Contain("Post empty: social supervisor");
    }
}

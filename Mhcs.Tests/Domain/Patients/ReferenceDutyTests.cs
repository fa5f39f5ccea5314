using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.Patients;

public sealed class ReferenceDutyTests
{
    static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void A_detained_patient_is_referred_three_years_after_the_tribunal_last_considered_the_case()
    {
        var patient = Patient(LegalCategory.S37_41, new(2019, 3, 4), new DateOnly(2022, 5, 9), new(2024, 2, 29));

        var duty = ReferenceDuty.Of(patient, Today, A.Reference.Book)!;

        (duty.On, duty.Worked.Term.Rule).Should().Be((new DateOnly(2027, 2, 28), "FTT-11"));
        duty.Worked.Summary.Should().NotBeEmpty();
    }

    [Fact]
    public void Where_the_tribunal_never_considered_it_the_years_begin_with_the_detention() =>
        ReferenceDuty.Of(Patient(LegalCategory.S37_41, new(2024, 3, 4)), Today, A.Reference.Book)!.On.Should().Be(new DateOnly(2027, 3, 4));

    [Fact]
    public void Another_authority_for_the_same_detention_does_not_begin_the_years_afresh()
    {
        var considered = Patient(LegalCategory.S48_49, new(2023, 3, 4), new DateOnly(2024, 5, 9));
        var never = Patient(LegalCategory.S48_49, new(2024, 3, 4));
        foreach (var patient in new[] { considered, never }) patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, new(2025, 6, 2)));

        ReferenceDuty.Of(considered, Today, A.Reference.Book)!.On.Should().Be(new DateOnly(2027, 5, 9));
        ReferenceDuty.Of(never, Today, A.Reference.Book)!.On.Should().Be(new DateOnly(2027, 3, 4));
    }

    [Fact]
    public void A_recall_begins_a_detention_of_its_own()
    {
        var patient = Patient(LegalCategory.Cd, new(2022, 3, 4), new DateOnly(2021, 5, 9));
        patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, new(2026, 11, 2), AfterRecall.Note));

        ReferenceDuty.Of(patient, Today, A.Reference.Book)!.On.Should().Be(new DateOnly(2029, 11, 2));
    }

    [Fact]
    public void Once_section_33_has_started_a_year_is_enough()
    {
        var book = A.Reference.Book with { Law = new LegalParameters(AutomaticReferencesFrom: new(2026, 6, 1)) };

        ReferenceDuty.Of(Patient(LegalCategory.S37_41, new(2019, 3, 4), new DateOnly(2026, 9, 1)), Today, book)!.On.Should().Be(new DateOnly(2027, 9, 1));
        ReferenceDuty.Of(Patient(LegalCategory.S37_41, new(2019, 3, 4), new DateOnly(2026, 2, 1)), Today, book)!.On.Should().Be(new DateOnly(2027, 6, 1));
        ReferenceDuty.Of(Patient(LegalCategory.S37_41, new(2019, 3, 4), new DateOnly(2023, 12, 20)), Today, book)!.On.Should().Be(new DateOnly(2026, 12, 20));
        ReferenceDuty.Of(Patient(LegalCategory.Cd, new(2025, 3, 4)), Today, book)!.On.Should().Be(new DateOnly(2027, 3, 4));
    }

    [Fact]
    public void A_patient_deprived_of_liberty_is_referred_when_twelve_months_have_ended()
    {
        var duty = ReferenceDuty.Of(Patient(LegalCategory.CdDol, new(2026, 2, 18)), Today, A.Reference.Book)!;

        (duty.On, duty.Worked.Term.Rule).Should().Be((new DateOnly(2027, 2, 18), "CD-09"));
    }

    [Fact]
    public void A_period_in_which_the_tribunal_considered_the_case_needs_no_reference()
    {
        var within = ReferenceDuty.Of(Patient(LegalCategory.CdDol, new(2026, 2, 18), new DateOnly(2026, 10, 5)), Today, A.Reference.Book)!;
        var later = ReferenceDuty.Of(Patient(LegalCategory.CdDol, new(2026, 2, 18), new DateOnly(2027, 4, 5)), new(2027, 5, 1), A.Reference.Book)!;

        (within.On, within.Worked.Term.Rule).Should().Be((new DateOnly(2029, 2, 18), "CD-10"));
        later.On.Should().Be(new DateOnly(2031, 2, 18));
    }

    [Fact]
    public void No_day_is_set_for_a_discharged_patient_who_is_not_deprived_of_liberty() =>
        ReferenceDuty.Of(Patient(LegalCategory.Cd, new(2020, 3, 4)), Today, A.Reference.Book).Should().BeNull();

    [Fact]
    public void An_application_that_was_considered_uses_up_its_period_and_a_reference_does_not()
    {
        var patient = Patient(LegalCategory.S37_41, new(2024, 1, 10));
        OwnApplication.Of(patient, Today, A.Reference.Book)!.Window.Opens.Should().Be(new DateOnly(2026, 1, 10));

        patient.Apply(new ConsideredByTribunal(Facts.ReferenceAtAnyTime, null, new(2026, 6, 1)));
        OwnApplication.Of(patient, Today, A.Reference.Book)!.Window.Opens.Should().Be(new DateOnly(2026, 1, 10));

        patient.Apply(new ConsideredByTribunal(Facts.DetainedApplies, new(2026, 7, 1), new(2026, 11, 1)));
        OwnApplication.Of(patient, Today, A.Reference.Book)!.Window.Opens.Should().Be(new DateOnly(2027, 1, 10));
    }

    static Patient Patient(LegalCategory category, DateOnly since, params DateOnly[] considered)
    {
        var patient = A.Patient(category, since);
        foreach (var day in considered) patient.Apply(new ConsideredByTribunal(Facts.ReferenceOfDetained, null, day));
        return patient;
    }
}

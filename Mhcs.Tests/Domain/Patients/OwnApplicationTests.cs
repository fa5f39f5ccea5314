using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;

namespace Mhcs.Tests.Domain.Patients;

public sealed class OwnApplicationTests
{
    static readonly ReferenceData Reference = ReferenceData.Load();

    [Fact]
    public void A_recalled_patient_may_apply_from_six_months_after_the_return()
    {
        var patient = Patient((LegalCategory.S37_41, "2012-11-14"), (LegalCategory.Cd, "2022-10-03"), (LegalCategory.S37_41, "2026-11-28"));

        var own = OwnApplication.Of(patient, new(2026, 12, 1), Reference.Book)!;

        own.Window.Opens.Should().Be(new DateOnly(2027, 5, 28));
        own.Window.Closes.Should().Be(new DateOnly(2027, 11, 27));
        own.Worked.Term.Rule.Should().Be("REC-10");
    }

    [Fact]
    public void A_discharged_patient_may_apply_once_in_the_second_year_and_then_in_each_two()
    {
        var patient = Patient((LegalCategory.S37_41, "2012-11-14"), (LegalCategory.Cd, "2020-10-03"));

        OwnApplication.Of(patient, new(2021, 1, 1), Reference.Book)!.Window.Should().Be(new Mhcs.Domain.Deadlines.Window(new(2021, 10, 3), new(2022, 10, 2)));
        var now = OwnApplication.Of(patient, new(2026, 12, 1), Reference.Book)!;

        (now.Period, now.Window).Should().Be((4, new Mhcs.Domain.Deadlines.Window(new(2026, 10, 3), new(2028, 10, 2))));
    }

    [Fact]
    public void Who_is_no_longer_restricted_has_no_window_of_that_kind() =>
        OwnApplication.Of(Patient((LegalCategory.S47_49, "2020-01-01"), (LegalCategory.Notional37, "2024-01-01")), new(2026, 12, 1), Reference.Book).Should().BeNull();

    static Patient Patient(params (LegalCategory Category, string From)[] statuses)
    {
        var patient = new Patient { Number = "P-20001", Surname = "Applecross", Forenames = "Perrin", BornOn = new(1984, 5, 9), Team = "A" };
        foreach (var (category, from) in statuses) patient.Apply(new LegalStatusBegan(category, DateOnly.Parse(from)));
        return patient;
    }
}

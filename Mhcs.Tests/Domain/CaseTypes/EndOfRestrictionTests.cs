using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class EndOfRestrictionTests
{
    static readonly DateOnly Release = new(2027, 2, 10);

    static PlayedCase Watched() => A.EndOfRestriction(p => p.ReleaseDate = Release);

    [Fact]
    public void A_release_date_is_warned_of_three_months_ahead_and_checked_a_month_and_a_week_before()
    {
        var ending = Watched();

        (ending.Running(Terms.WarnRestrictionEnds)!.LastDay, ending.Running(Terms.CheckReleaseDate)!.LastDay, ending.Running(Terms.CheckReleaseDateAgain)!.LastDay)
            .Should().Be((new(2026, 11, 10), new(2027, 1, 11), new(2027, 2, 3)));
        ending.Take("warn-that-restrictions-will-end").Issued.Should().Equal("end-forecast");
        ending.Refused("warn-that-restrictions-will-end").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 0)]
    [InlineData(20, 1)]
    [InlineData(80, 2)]
    public void A_case_that_opens_late_warns_at_once_and_has_no_date_in_the_past(int daysLeft, int checks)
    {
        var release = Watched().Today.AddDays(daysLeft);

        var ending = A.EndOfRestriction(p => p.ReleaseDate = release);

        ending.File.NextDueOn.Should().BeOnOrAfter(ending.Today.AddDays(daysLeft == 1 ? 0 : 1));
        ending.Running(Terms.WarnRestrictionEnds).Should().BeNull();
        ending.File.Deadlines.Count(d => d.Rule == Terms.CheckReleaseDate.Rule || d.Rule == Terms.CheckReleaseDateAgain.Rule).Should().Be(checks);
        ending.Take("warn-that-restrictions-will-end").Running(Terms.WarnRestrictionEndsAtOnce).Should().BeNull();
    }

    [Fact]
    public void Checks_that_had_no_room_before_a_near_date_have_their_day_before_a_later_one()
    {
        var ending = A.EndOfRestriction(p => p.ReleaseDate = Watched().Today.AddDays(5)).Take("record-another-release-date", (Facts.ReleaseDate, "2027-06-30"));

        (ending.Running(Terms.CheckReleaseDate)!.LastDay, ending.Running(Terms.CheckReleaseDateAgain)!.LastDay).Should().Be((new(2027, 5, 31), new(2027, 6, 23)));
    }

    [Fact]
    public void Restrictions_end_by_themselves_as_the_release_date_begins_under_a_notional_hospital_order()
    {
        var ending = Watched();

        ending.On(Release.AddDays(-1), 23).TimePasses().State.Should().Be("Forecast");
        ending.On(Release, 0).TimePasses();

        (ending.State, ending.Patient.Category, ending.Patient.CategorySince).Should().Be(("Confirmed", LegalCategory.Notional37, Release));
        ending.Running(Terms.ConfirmRestrictionEnded)!.LastDay.Should().Be(Release);
    }

    [Fact]
    public void Restrictions_do_not_end_while_the_prisoner_is_at_large_and_the_date_moves_on_by_the_days_at_large()
    {
        var ending = Watched();
        ending.Patient.Apply(new AbsenceBegan("A-0900", Facts.Escape, Release.AddDays(-10)));

        ending.On(Release, 0).TimePasses();

        (ending.State, ending.Patient.Category, ending.Patient.ReleaseDate).Should().Be(("Forecast", LegalCategory.S47_49, Release.AddDays(10)));
        ending.Patient.Apply(new AbsenceEnded("A-0900", "Brought back by the police", Release.AddDays(4)));
        ending.On(Release.AddDays(10), 0).TimePasses().Patient.ReleaseDate.Should().Be(Release.AddDays(14), "section 50(4): fourteen days did not run");
        ending.On(Release.AddDays(14), 0).TimePasses();
        (ending.State, ending.Patient.CategorySince).Should().Be(("Confirmed", Release.AddDays(14)));
    }

    [Fact]
    public void Whoever_goes_absent_on_the_very_day_is_counted_on_from_day_to_day()
    {
        var ending = Watched();
        ending.Patient.Apply(new AbsenceBegan("A-0900", Facts.Escape, Release));

        ending.On(Release, 0).TimePasses().Patient.ReleaseDate.Should().Be(Release.AddDays(1));
        ending.Events.OfType<StepTaken>().Should().ContainSingle(s => s.Step == "release-date-put-off");
    }

    [Fact]
    public void A_prisoner_who_is_back_with_a_new_release_date_is_released_on_that_date()
    {
        var ending = Watched();
        ending.Patient.Apply(new AbsenceBegan("A-0900", Facts.Escape, ending.Today));
        ending.DaysLater(5).Patient.Apply(new AbsenceEnded("A-0900", "Came back by themselves", ending.Today));
        ending.Take("record-another-release-date", (Facts.ReleaseDate, A.Text(Release.AddDays(5))));

        ending.On(Release.AddDays(5), 0).TimePasses();

        (ending.State, ending.Patient.CategorySince).Should().Be(("Confirmed", Release.AddDays(5)));
    }

    [Fact]
    public void A_later_release_date_that_a_list_brought_is_counted_to_instead_of_the_old_one()
    {
        var ending = Watched();
        ending.Patient.Apply(new ParticularsSet(ending.Today) { ReleaseDate = Release.AddMonths(2) });

        ending.On(Release, 0).TimePasses();

        (ending.State, ending.Patient.Category, ending.Running(Terms.ReleaseDateReached)!.From).Should().Be(("Forecast", LegalCategory.S47_49, Release.AddMonths(2)));
        ending.TimePasses().On(Release.AddMonths(2), 0).TimePasses().State.Should().Be("Confirmed");
    }

    [Theory]
    [InlineData(LegalCategory.Cd)]
    [InlineData(LegalCategory.CdDol)]
    public void A_discharged_patient_who_reaches_the_release_date_is_discharged_absolutely_without_conditions_or_supervision(LegalCategory category)
    {
        var ending = A.EndOfRestriction(p =>
        {
            p.ReleaseDate = Release;
            A.Supervised(p);
            p.Apply(new ConditionsSet([new("Residence", "Live at 4 Saffron Court")], new(2022, 3, 2)));
        }, category);

        ending.On(Release, 0).TimePasses();

        (ending.Patient.Category, ending.Patient.CategorySince).Should().Be((LegalCategory.NotRestricted, Release));
        ending.Patient.ConditionsInForce.Should().BeEmpty();
        ending.Patient.SupervisorsInPost.Should().BeEmpty();
    }

    [Fact]
    public void What_a_remission_has_ended_already_is_not_ended_twice()
    {
        var ending = Watched();
        ending.Patient.Apply(new LegalStatusBegan(LegalCategory.Notional37, Release));

        ending.On(Release, 0).TimePasses();

        ending.State.Should().Be("Confirmed");
        ending.Events.OfType<PatientChanged>().Should().BeEmpty();
    }

    [Fact]
    public void Another_release_date_moves_every_date_that_is_counted_from_it()
    {
        var ending = Watched().Take("record-another-release-date", (Facts.ReleaseDate, "2027-06-30"));

        ending.Patient.ReleaseDate.Should().Be(new DateOnly(2027, 6, 30));
        ending.Running(Terms.WarnRestrictionEnds)!.LastDay.Should().Be(new DateOnly(2027, 3, 30));
        ending.Refused("record-another-release-date", (Facts.ReleaseDate, null)).Should().Contain(r => r.Field == Facts.ReleaseDate.Key);
    }

    [Fact]
    public void A_court_that_disposes_of_the_case_ends_restrictions_and_only_the_fact_is_recorded()
    {
        var ending = A.EndOfRestriction(p => p.Section48 = Section48Kind.A, LegalCategory.S48_49).Take("record-that-the-restrictions-have-ended", (Facts.AfterTheEnd, "Free of any order"));

        (ending.State, ending.Patient.Category).Should().Be(("Confirmed", LegalCategory.NotRestricted));
    }

    [Fact]
    public void Everybody_is_told_and_every_letter_is_out_before_the_file_closes()
    {
        var ending = A.EndOfRestriction(p => { p.ReleaseDate = Release; p.VictimScheme = true; }).On(Release, 0).TimePasses().Take("raise-the-letters-and-notices");

        ending.Issued.Should().Equal("end-of-restriction", "end-of-restriction-patient");
        ending.File.Notices.Single(n => n.Party == "victim-liaison").DueOn.Should().Be(Release, "probation is told the day: DVCVA 2004, section 38(4)(e)");
        ending.Refused("close-the-file").Select(r => r.Text).Should().Equal("Somebody still has to be told", "A paper is still to be issued");
        foreach (var party in Parties.All) ending.Telling(party);
        ending.Meets((file, on) => [.. file.IssuePaper(1, "one", on), .. file.IssuePaper(2, "two", on)]).Take("close-the-file").State.Should().Be("Closed");
    }

    [Fact]
    public void Where_restrictions_have_ended_the_case_begins_with_that()
    {
        var discharge = A.Discharge(A.Supervised).Supervised().Through("ask-for-the-end-of-restrictions", "recommend-on-the-end-of-restrictions").Take("discharge-absolutely");

        var (file, _) = CaseFile.OpenAfter(discharge.File, CaseReference.Of("E", 1), EndOfRestriction.Type, discharge.On(A.HeadOfTeam));

        file.StateCode.Should().Be("Confirmed");
        file.Deadlines.Should().ContainSingle(d => d.Rule == "END-01").Which.LastDay.Should().Be(discharge.Today);
        discharge.File.Type.Moves.Where(m => m.Step.Code is "discharge-absolutely" or "lift-the-restrictions").Should().OnlyContain(m => m.Opens == "end-of-restriction");
    }
}

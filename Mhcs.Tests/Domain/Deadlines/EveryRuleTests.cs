using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Tests.Domain.Deadlines;

/// <summary>Written down apart from the code, rule by rule from the sources: a slip in one of the two shows.</summary>
public sealed class EveryRuleTests
{
    public static TheoryData<string, int?, Unit, Wording, Binding, bool> Rules => new()
    {
        { "REC-01", 1, Unit.Months, Wording.After, Binding.Statute, true },
        { "REC-02", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "REC-03", 72, Unit.Hours, Wording.After, Binding.Code, true },
        { "REC-04", 0, Unit.Hours, Wording.After, Binding.Code, true },
        { "REC-05", 35, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "REC-06", 56, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "REC-07", 14, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "REC-08", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "REC-10", 6, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "REC-11", null, Unit.Hours, Wording.After, Binding.Target, false },
        { "TRP-01", 14, Unit.Days, Wording.BeginningWith, Binding.Statute, true },
        { "TRP-02", 14, Unit.Days, Wording.After, Binding.Target, true },
        { "TRP-03", 14, Unit.Days, Wording.After, Binding.Target, true },
        { "TRP-04", 28, Unit.Days, Wording.BeginningWith, Binding.Statute, true },
        { "TRP-07", 28, Unit.Days, Wording.After, Binding.Statute, true },
        { "TRH-03", 6, Unit.Months, Wording.After, Binding.Target, false },
        { "REM-01", 14, Unit.Days, Wording.After, Binding.Target, true },
        { "REM-02", 90, Unit.Days, Wording.BeginningWith, Binding.Statute, true },
        { "REM-03", null, Unit.Days, Wording.Before, Binding.Target, false },
        { "CD-01", 28, Unit.Days, Wording.After, Binding.Target, true },
        { "CD-02", 3, Unit.Months, Wording.After, Binding.Target, true },
        { "CD-06", 12, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "CD-07", 24, Unit.Months, Wording.BeginningWith, Binding.Statute, true },
        { "CD-08", 6, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "CD-09", 12, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "CD-10", 24, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "CD-11", 48, Unit.Months, Wording.After, Binding.Statute, true },
        { "CD-12", 24, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "CD-14", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "CD-17", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "CD-18", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "LV-04", 0, Unit.Hours, Wording.After, Binding.Target, true },
        { "LV-05", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "LV-06", null, Unit.Days, Wording.After, Binding.Target, false },
        { "LV-08", 0, Unit.Hours, Wording.After, Binding.Code, false },
        { "LV-10", 0, Unit.Days, Wording.After, Binding.Statute, false },
        { "LV-11", 0, Unit.Days, Wording.After, Binding.Target, false },
        { "FTT-01", 21, Unit.Days, Wording.After, Binding.TribunalRule, true },
        { "FTT-02", 21, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "FTT-03", 0, Unit.Hours, Wording.After, Binding.TribunalRule, true },
        { "FTT-04", 21, Unit.Days, Wording.After, Binding.TribunalRule, true },
        { "FTT-05", 4, Unit.Months, Wording.After, Binding.Target, true },
        { "FTT-06", 14, Unit.Days, Wording.Before, Binding.TribunalRule, true },
        { "FTT-07", 28, Unit.Days, Wording.After, Binding.TribunalRule, true },
        { "FTT-09", 1, Unit.Months, Wording.After, Binding.TribunalRule, false },
        { "FTT-10", 28, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "FTT-11", 36, Unit.Months, Wording.After, Binding.Statute, true },
        { "FTT-12", 12, Unit.Months, Wording.After, Binding.Statute, true },
        { "FTT-13", 6, Unit.Months, Wording.OnExpiry, Binding.Statute, true },
        { "FTT-14", 12, Unit.Months, Wording.BeginningWith, Binding.Statute, true },
        { "FTT-16", null, Unit.Days, Wording.After, Binding.Target, false },
        { "FTT-18", 7, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "FTT-20", 0, Unit.Days, Wording.After, Binding.TribunalRule, false },
        { "RPT-01", 12, Unit.Months, Wording.After, Binding.Statute, true },
        { "VIC-01", 10, Unit.WorkingDays, Wording.After, Binding.Code, true },
        { "VIC-02", 20, Unit.WorkingDays, Wording.After, Binding.Code, true },
        { "VIC-04", null, Unit.Days, Wording.After, Binding.Target, false },
        { "COR-01", 20, Unit.WorkingDays, Wording.After, Binding.Target, true },
        { "COR-02", 20, Unit.WorkingDays, Wording.After, Binding.Target, true },
        { "COR-04", 5, Unit.WorkingDays, Wording.After, Binding.Target, true },
        { "COR-05", 0, Unit.WorkingDays, Wording.After, Binding.Target, true },
        { "COR-06", 10, Unit.WorkingDays, Wording.After, Binding.Target, true },
        { "COR-08", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "COR-09", 0, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "ADM-11", 0, Unit.Days, Wording.After, Binding.Target, false },
        { "ADM-12", 0, Unit.Days, Wording.After, Binding.Target, false },
        { "LIT-01", 14, Unit.Days, Wording.After, Binding.CourtProtocol, false },
        { "LIT-03", 3, Unit.Months, Wording.After, Binding.CourtProtocol, true },
        { "LIT-04", 21, Unit.Days, Wording.After, Binding.CourtProtocol, true },
        { "LIT-05", 35, Unit.Days, Wording.After, Binding.CourtProtocol, false },
        { "LIT-07", 0, Unit.Days, Wording.After, Binding.CourtProtocol, false },
        { "LIT-08", 0, Unit.Days, Wording.After, Binding.CourtProtocol, false },
        { "INF-01", 20, Unit.WorkingDays, Wording.After, Binding.Statute, false },
        { "INF-02", 1, Unit.Months, Wording.After, Binding.Statute, false },
        { "INF-04", 3, Unit.Months, Wording.After, Binding.Statute, false },
        { "INF-03", 72, Unit.Hours, Wording.After, Binding.Statute, false },
        { "INC-01", 0, Unit.Hours, Wording.After, Binding.Code, true },
        { "INC-02", 0, Unit.Hours, Wording.After, Binding.Code, false },
        { "DTH-01", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "DTH-02", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "END-01", 0, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "END-03", 1, Unit.Days, Wording.Before, Binding.Statute, true },
        { "HP-01", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "ADM-01", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
        { "ADM-02", null, Unit.WorkingDays, Wording.After, Binding.Target, false },
    };

    public static TheoryData<string, int, Unit, Wording> Defaults => new()
    {
        { "REC-02", 1, Unit.WorkingDays, Wording.After },
        { "REC-08", 1, Unit.WorkingDays, Wording.After },
        { "REC-09", 1, Unit.WorkingDays, Wording.After },
        { "REC-11", 0, Unit.Hours, Wording.After },
        { "TRP-05", 1, Unit.WorkingDays, Wording.After },
        { "TRP-06", 5, Unit.WorkingDays, Wording.After },
        { "TRP-08", 5, Unit.WorkingDays, Wording.After },
        { "TRH-01", 10, Unit.WorkingDays, Wording.After },
        { "TRH-02", 20, Unit.WorkingDays, Wording.After },
        { "TRH-04", 28, Unit.Days, Wording.Before },
        { "TRH-05", 28, Unit.Days, Wording.After },
        { "TRH-06", 91, Unit.Days, Wording.After },
        { "REM-03", 90, Unit.Days, Wording.Before },
        { "REM-04", 2, Unit.WorkingDays, Wording.After },
        { "CD-03", 5, Unit.WorkingDays, Wording.After },
        { "CD-04", 15, Unit.WorkingDays, Wording.After },
        { "CD-05", 5, Unit.WorkingDays, Wording.After },
        { "CD-13", 15, Unit.WorkingDays, Wording.After },
        { "CD-14", 2, Unit.WorkingDays, Wording.After },
        { "CD-15", 7, Unit.Days, Wording.After },
        { "CD-16", 28, Unit.Days, Wording.After },
        { "CD-17", 1, Unit.WorkingDays, Wording.After },
        { "CD-18", 1, Unit.WorkingDays, Wording.After },
        { "PAP-01", 10, Unit.WorkingDays, Wording.After },
        { "PAP-02", 5, Unit.WorkingDays, Wording.After },
        { "PAP-03", 10, Unit.WorkingDays, Wording.After },
        { "PAP-04", 5, Unit.WorkingDays, Wording.After },
        { "PAP-05", 5, Unit.WorkingDays, Wording.After },
        { "PAP-06", 5, Unit.WorkingDays, Wording.After },
        { "KEEP-01", 240, Unit.Months, Wording.After },
        { "CD-19", 0, Unit.WorkingDays, Wording.After },
        { "CD-20", 10, Unit.WorkingDays, Wording.After },
        { "LV-01", 15, Unit.WorkingDays, Wording.After },
        { "LV-02", 20, Unit.WorkingDays, Wording.After },
        { "LV-03", 20, Unit.WorkingDays, Wording.After },
        { "LV-05", 1, Unit.WorkingDays, Wording.After },
        { "LV-06", 28, Unit.Days, Wording.After },
        { "LV-07", 3, Unit.WorkingDays, Wording.After },
        { "LV-09", 10, Unit.WorkingDays, Wording.After },
        { "FTT-08", 7, Unit.Days, Wording.After },
        { "FTT-15", 2, Unit.WorkingDays, Wording.After },
        { "FTT-16", 28, Unit.Days, Wording.After },
        { "FTT-17", 14, Unit.Days, Wording.Before },
        { "FTT-19", 56, Unit.Days, Wording.Before },
        { "RPT-02", 10, Unit.WorkingDays, Wording.After },
        { "RPT-03", 10, Unit.Days, Wording.Before },
        { "RPT-04", 2, Unit.WorkingDays, Wording.After },
        { "RPT-05", 20, Unit.WorkingDays, Wording.After },
        { "RPT-06", 30, Unit.WorkingDays, Wording.After },
        { "RPT-07", 5, Unit.WorkingDays, Wording.After },
        { "VIC-03", 14, Unit.Days, Wording.After },
        { "VIC-04", 28, Unit.Days, Wording.After },
        { "COR-03", 10, Unit.WorkingDays, Wording.After },
        { "COR-07", 5, Unit.WorkingDays, Wording.After },
        { "LIT-02", 1, Unit.WorkingDays, Wording.After },
        { "LIT-06", 10, Unit.Days, Wording.After },
        { "INC-03", 2, Unit.Hours, Wording.After },
        { "INC-04", 3, Unit.WorkingDays, Wording.After },
        { "DTH-01", 1, Unit.WorkingDays, Wording.After },
        { "DTH-02", 1, Unit.WorkingDays, Wording.After },
        { "DTH-03", 5, Unit.WorkingDays, Wording.After },
        { "END-02", 3, Unit.Months, Wording.Before },
        { "END-04", 30, Unit.Days, Wording.Before },
        { "END-05", 7, Unit.Days, Wording.Before },
        { "END-06", 98, Unit.Days, Wording.Before },
        { "END-07", 2, Unit.WorkingDays, Wording.After },
        { "HP-01", 2, Unit.WorkingDays, Wording.After },
        { "HP-02", 182, Unit.Days, Wording.After },
        { "QA-01", 10, Unit.WorkingDays, Wording.After },
        { "ADM-01", 5, Unit.WorkingDays, Wording.After },
        { "ADM-02", 5, Unit.WorkingDays, Wording.After },
        { "VIC-05", 182, Unit.Days, Wording.After },
        { "ADM-03", 10, Unit.WorkingDays, Wording.After },
        { "ADM-04", 5, Unit.WorkingDays, Wording.After },
    };

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_says_what_its_source_says(string rule, int? amount, Unit unit, Wording wording, Binding binding, bool verified)
    {
        var term = Terms.Find(rule);

        term.Should().NotBeNull();
        (term!.Amount, term.Unit, term.Wording, term.Binding, term.Verified).Should().Be((amount, unit, wording, binding, verified));
    }

    [Theory, MemberData(nameof(Defaults))]
    public void A_target_of_ours_has_its_number_in_the_data_and_not_in_the_code(string rule, int amount, Unit unit, Wording wording)
    {
        var term = Terms.Find(rule)!;

        var resolved = Given.Reference.Resolve(term);

        (term.Amount, term.Binding).Should().Be((null, Binding.Target));
        (resolved.Amount, resolved.Unit, resolved.Wording).Should().Be((amount, unit, wording));
    }

    [Fact]
    public void There_is_no_rule_but_these_and_each_is_known_once() =>
        Terms.All.Select(term => term.Rule).Should().BeEquivalentTo(Rules.Select(row => row.Data.Item1).Union(Defaults.Select(row => row.Data.Item1)));

    [Fact]
    public void Every_rule_says_what_starts_it_and_who_does_it() =>
        Terms.All.Should().OnlyContain(term => term.Trigger != "" && term.Owner != "" && term.Name != "" && term.Source != "");

    [Fact]
    public void Every_rule_but_the_commissioned_submission_can_be_worked_out() =>
        Terms.All.Select(Given.Reference.Resolve).Where(term => term.Amount is null).Select(term => term.Rule).Should().Equal("COR-08");

    [Fact]
    public void Only_a_target_listens_to_the_targets()
    {
        var meddling = new Targets(new Dictionary<string, int> { ["REC-01"] = 2, ["COR-01"] = 15 });

        Terms.ReferRecall.With(meddling).Amount.Should().Be(1);
        Terms.TreatOfficialReply.With(meddling).Amount.Should().Be(15);
    }

    [Fact]
    public void A_window_and_what_others_owe_is_never_our_overdue_work() =>
        Terms.All.Where(term => term.Between is not null || term.Owner is "Patient" or "Tribunal" or "Hospital" or "Responsible clinician" or "Claimant").Should().OnlyContain(term => term.Watch);
}

using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>What holds for every table at once, those to come included.</summary>
public sealed class EveryTableTests
{
    public static TheoryData<string> Types => [.. AllCaseTypes.All.Select(t => t.Key)];

    [Theory, MemberData(nameof(Types))]
    public void Every_state_can_be_reached(string key)
    {
        var type = AllCaseTypes.Get(key);
        HashSet<State> reached = [type.Start];

        while (type.Moves.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }

        type.States.Except(reached).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_open_state_has_a_way_out_that_a_person_can_take_and_a_closed_one_has_none(string key)
    {
        var type = AllCaseTypes.Get(key);

        var waysOut = type.States.ToDictionary(s => s, s => type.Moves.Any(m => m.From == s && m.To != s && m.By != Authority.Clock));

        waysOut.Should().OnlyContain(s => s.Key.IsOpen == s.Value);
    }

    [Theory, MemberData(nameof(Types))]
    public void From_every_open_state_a_closed_one_can_be_reached(string key)
    {
        var type = AllCaseTypes.Get(key);
        var closing = type.States.Where(s => !s.IsOpen).ToHashSet();

        while (type.Moves.Where(m => closing.Contains(m.To)).Any(m => closing.Add(m.From))) { }

        type.States.Except(closing).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Rows_that_share_state_and_step_carry_opposite_rules(string key)
    {
        var shared = AllCaseTypes.Get(key).Moves.GroupBy(m => (m.From, m.Step.Code)).Where(g => g.Count() > 1);

        shared.Where(rows => rows.Count() != 2 || !AreOpposite(rows.First().When, rows.Last().When)).Select(rows => rows.Key).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void What_follows_from_a_step_is_told_by_its_state_and_its_end(string key)
    {
        var alike = AllCaseTypes.Get(key).Moves.GroupBy(m => (m.From, m.Step.Code, m.To));

        alike.Where(rows => rows.DistinctBy(m => (m.Opens, m.OpensWith, m.Elsewhere, m.Restricts)).Count() > 1).Select(rows => rows.Key.Code).Should().BeEmpty("the record of a step says no more");
    }

    [Theory, MemberData(nameof(Types))]
    public void Codes_are_unique_and_one_step_reads_the_same_everywhere(string key)
    {
        var type = AllCaseTypes.Get(key);

        type.States.Select(s => s.Code).Should().OnlyHaveUniqueItems();
        type.Moves.Select(m => m.Step).Distinct().Select(s => s.Code).Should().OnlyHaveUniqueItems();
        type.States.Select(s => s.Label).Should().OnlyHaveUniqueItems();
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_paper_and_party_is_listed_and_every_case_that_follows_is_a_known_type(string key)
    {
        var type = AllCaseTypes.Get(key);

        type.Moves.SelectMany(m => m.Issues).Should().BeSubsetOf(Papers.All);
        type.Moves.SelectMany(m => m.Tells).Concat(type.Opening.Tells).Select(p => p.Key).Distinct().Should().BeSubsetOf(Parties.All.Select(p => p.Key));
        type.Moves.Select(m => m.Opens).OfType<string>().Should().BeSubsetOf(AllCaseTypes.All.Select(t => t.Key));
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_fact_a_paper_uses_is_asked_by_the_table_that_issues_it(string key)
    {
        var type = AllCaseTypes.Get(key);

        var strangers = from paper in type.Moves.SelectMany(m => m.Issues).Concat(type.Wants.Select(w => w.Brings).OfType<Paper>()) from fact in paper.Uses
                        where !type.AllFacts.Contains(fact) && !fact.IsOptional
                        select $"{paper.Key}: {fact.Key}";

        strangers.Distinct().Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_term_that_is_stopped_was_started_somewhere_and_every_started_one_ends(string key)
    {
        var type = AllCaseTypes.Get(key);
        var started = type.Moves.SelectMany(m => m.Starts).Concat(type.Opening.Starts).Select(s => s.Term.Rule).ToHashSet();

        type.Moves.SelectMany(m => m.Stops.Concat(m.Ends)).Select(t => t.Rule).Distinct().Should().BeSubsetOf(started);
        type.Moves.Select(m => m.After?.Rule).OfType<string>().Distinct().Should().BeSubsetOf(started);
    }

    [Theory, MemberData(nameof(Types))]
    public void A_state_that_time_ends_is_never_entered_without_its_clock_running(string key)
    {
        var type = AllCaseTypes.Get(key);
        var timed = type.Moves.Where(m => m.After is not null).ToLookup(m => m.From, m => m.After!.Rule);

        var stuck = Walks(type).Where(w => timed.Contains(w.State) && !timed[w.State].Any(w.Running.Contains)).Select(w => w.State.Label);

        stuck.Distinct().Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_authority_is_listed_and_in_the_matrix(string key)
    {
        var used = AllCaseTypes.Get(key).Moves.Select(m => m.By).Append(AllCaseTypes.Get(key).Opening.By).Where(a => a != Authority.Clock).Distinct().ToList();

        used.Should().BeSubsetOf(Authorities.All);
        used.Select(a => a.Key).Should().BeSubsetOf(A.Reference.Matrix.Levels.Keys);
    }

    [Theory, MemberData(nameof(Types))]
    public void Whatever_a_rule_looks_at_somebody_is_asked(string key)
    {
        var type = AllCaseTypes.Get(key);
        var rules = type.Moves.SelectMany(m => m.Needs.Append(m.When)).Concat(type.Opening.Needs).OfType<Rule>();

        rules.SelectMany(r => r.About).Distinct().Should().BeSubsetOf(type.AllFacts);
    }

    [Theory, MemberData(nameof(Types))]
    public void A_term_or_a_rule_that_leans_on_a_fact_finds_it_asked(string key)
    {
        var type = AllCaseTypes.Get(key);

        var counted = type.Moves.SelectMany(m => m.Starts).Concat(type.Opening.Starts).Select(s => s.From).OfType<Fact>().Distinct();
        var mended = type.Moves.SelectMany(m => m.Needs).Where(r => r.Mend?.Kind == MendKind.RecordFact).Select(r => r.Mend!.Key).Distinct();

        counted.Should().BeSubsetOf(type.AllFacts);
        mended.Should().BeSubsetOf(type.AllFacts.Select(f => f.Key));
    }

    [Theory, MemberData(nameof(Types))]
    public void What_a_case_that_follows_takes_at_once_is_answered_by_the_step_that_opens_it(string key)
    {
        var opening = AllCaseTypes.Get(key).Moves.Where(m => m.OpensWith is not null).ToList();

        var unanswered = from move in opening let next = AllCaseTypes.Get(move.Opens!) let first = next.Moves.Single(m => m.From == next.Start && m.Step.Code == move.OpensWith)
                         from fact in first.Asks where !fact.IsOptional && !move.Asks.Contains(fact) select fact.Key;

        unanswered.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void What_a_step_records_by_itself_somebody_can_be_asked_and_correct(string key)
    {
        var type = AllCaseTypes.Get(key);

        type.Moves.SelectMany(m => m.Records).Select(f => f.Fact).Should().BeSubsetOf(type.AllFacts);
    }

    /// <summary>A concern, and a stay in hospital by agreement, are decided beside what is awaited: nobody recommends there.</summary>
    static readonly Authority[] DecidedBeside = [Authorities.ReportConcern, Authorities.VoluntaryAdmission];

    [Theory, MemberData(nameof(Types))]
    public void A_decision_records_its_reasons_and_is_checked_before_it_is_taken(string key)
    {
        var decisions = AllCaseTypes.Get(key).Moves.Where(m => m.By.IsDecision && m.From.Kind == StateKind.Deciding && m.From.Label.StartsWith("Awaiting", StringComparison.Ordinal) && m.Step.Code != "send-back" && !DecidedBeside.Contains(m.By)).ToList();

        // Some kinds of casework decide nothing.
        decisions.Where(m => !m.Asks.Contains(Facts.DecisionReasons) || !m.Step.ChecksAnswers).Should().BeEmpty();
        decisions.Where(m => m.By != Authorities.EmergencyRecall && m.Step.Code != "return-the-patient-to-the-sending-hospital").Where(m => !m.Needs.Any(r => r.Because == "Somebody else recommended")).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Whatever_issues_a_warrant_is_checked_before_it_is_taken(string key) =>
        AllCaseTypes.Get(key).Moves.Where(m => m.Issues.Any(p => p.Kind == PaperKind.Warrant) && !m.Step.ChecksAnswers).Should().BeEmpty();

    [Theory, MemberData(nameof(Types))]
    public void Every_paper_from_others_is_listed_once_has_a_source_a_chase_and_a_state_from_which_it_is_wanted(string key)
    {
        var type = AllCaseTypes.Get(key);

        type.Wants.Should().OnlyHaveUniqueItems().And.BeSubsetOf(Wants.All);
        type.Wants.Where(w => !(Sources.All.Contains(w.From) && w.Since.Any() && w.Since.All(s => s.IsOpen && type.States.Contains(s)))).Should().BeEmpty();
        type.Wants.Select(w => A.Reference.Book.Resolve(w.From.Chase).Amount).Should().NotContainNulls();
        type.Wants.Select(w => w.If).OfType<Rule>().SelectMany(r => r.About).Should().BeSubsetOf(type.AllFacts);
    }

    [Theory, MemberData(nameof(Types))]
    public void A_step_waits_only_for_papers_that_its_table_wants_and_in_a_state_that_comes_after(string key)
    {
        var type = AllCaseTypes.Get(key);

        foreach (var move in type.Moves)
            foreach (var paper in move.Needs.Select(r => r.Mend).OfType<Mend>().Where(m => m.Kind == MendKind.GetPaper))
                type.Wants.Single(w => w.Key == paper.Key).Since.Should().Contain(s => s == move.From || Reaches(type, s, move.From), "{0} waits for {1}", move.Step.Label, paper.Key);
    }

    [Fact]
    public void Every_paper_from_others_is_wanted_by_some_table_and_every_source_owes_one()
    {
        var wanted = AllCaseTypes.All.SelectMany(t => t.Wants).Distinct().ToList();

        Wants.All.Should().BeEquivalentTo(wanted, o => o.Including(w => w.Key));
        Sources.All.Should().BeEquivalentTo(wanted.Select(w => w.From).Distinct());
        Wants.All.Select(w => w.Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_fact_is_the_same_fact_in_every_table()
    {
        var facts = AllCaseTypes.All.SelectMany(t => t.AllFacts).Distinct().ToList();

        facts.Select(f => f.Key).Should().OnlyHaveUniqueItems();
        facts.Should().OnlyContain(f => f.Kind != FactKind.Choice || f.Options.Count > 1);
    }

    [Fact]
    public void Keys_prefixes_papers_and_authorities_are_unique_and_the_matrix_knows_no_others()
    {
        AllCaseTypes.All.Select(t => t.Key).Should().OnlyHaveUniqueItems();
        AllCaseTypes.All.Select(t => t.Prefix).Should().OnlyHaveUniqueItems();
        Papers.All.Select(p => p.Key).Should().OnlyHaveUniqueItems();
        A.Reference.Matrix.Levels.Keys.Should().BeEquivalentTo(Authorities.All.Select(a => a.Key));
    }

    [Fact]
    public void Every_paper_but_the_letter_that_asks_for_papers_is_issued_by_some_table()
    {
        var issued = AllCaseTypes.All.SelectMany(t => t.Moves).SelectMany(m => m.Issues).Concat(AllCaseTypes.All.SelectMany(t => t.Wants).Select(w => w.Brings).OfType<Paper>()).ToHashSet();

        Papers.All.Except(issued).Should().Equal(Papers.PapersWanted);
    }

    static bool Reaches(CaseType type, State from, State to)
    {
        HashSet<State> reached = [from];
        while (type.Moves.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }
        return reached.Contains(to);
    }

    static bool AreOpposite(Rule? one, Rule? other) => one is not null && other is not null && (ReferenceEquals(one.OppositeOf, other) || ReferenceEquals(other.OppositeOf, one));

    /// <summary>Every state with every set of terms that can be running in it.</summary>
    static IEnumerable<(State State, IReadOnlySet<string> Running)> Walks(CaseType type)
    {
        var watched = type.Moves.Select(m => m.After?.Rule).OfType<string>().ToHashSet();
        HashSet<(State, string)> seen = [];
        Queue<(State State, HashSet<string> Running)> next = [];
        next.Enqueue((type.Start, [.. Rules(type.Opening.Starts)]));
        while (next.TryDequeue(out var here))
        {
            if (!seen.Add((here.State, string.Join(' ', here.Running.Order())))) continue;
            yield return here;
            foreach (var move in type.Moves.Where(m => m.From == here.State))
                next.Enqueue((move.To, [.. here.Running.Except(move.Stops.Concat(move.Ends).Select(t => t.Rule)).Union(Rules(move.Starts))]));
        }

        IEnumerable<string> Rules(IEnumerable<Start> starts) => starts.Select(s => s.Term.Rule).Where(watched.Contains);
    }
}

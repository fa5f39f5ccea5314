using FsCheck;
using FsCheck.Fluent;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class TermProperties
{
    // Five months before the first of these lies in January 2020: before that there are no bank holidays to judge by.
    static readonly Gen<DateOnly> AnyDay = Gen.Choose(0, 365 * 7).Select(Day("2020-06-08").AddDays);

    static readonly Gen<Term> AnyTerm =
        from unit in Gen.Elements(Enum.GetValues<Unit>())
        from wording in Gen.Elements(Enum.GetValues<Wording>())
        from binding in Gen.Elements(Enum.GetValues<Binding>())
        from place in Gen.Elements(Enum.GetValues<WorkingDaysIn>())
        from amount in Gen.Choose(0, unit switch { Unit.Months => 5, Unit.WorkingDays => 60, _ => 100 })
        select Term(amount, unit, wording, binding) with { Calendar = place };

    static void Holds(Func<Term, DateOnly, bool> fact) =>
        Prop.ForAll((from term in AnyTerm from day in AnyDay select (term, day)).ToArbitrary(), sample => fact(sample.term, sample.day))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Starting_later_never_ends_earlier() =>
        Holds((term, day) =>
        {
            var (first, next) = (term.WorkOut(day, Days), term.WorkOut(day.AddDays(1), Days));
            return first.LastDay <= next.LastDay && first.InternalDue <= next.InternalDue;
        });

    [Fact]
    public void A_time_of_the_tribunal_rules_never_ends_on_a_day_off() =>
        Holds((term, day) => term is not { Binding: Binding.TribunalRule, Wording: not Wording.Before, Unit: not Unit.Hours }
            || Days.For(term.Calendar).IsWorkingDay(term.WorkOut(day, Days).LastDay));

    [Fact]
    public void The_day_to_do_it_by_is_never_after_the_last_day() =>
        Holds((term, day) => term.WorkOut(day, Days) is var working && working.InternalDue <= working.LastDay);

    [Fact]
    public void We_plan_for_a_working_day_wherever_one_lies_in_the_period() =>
        Holds((term, day) => term.WorkOut(day, Days) is var working
            && (Days.EnglandAndWales.IsWorkingDay(working.InternalDue) || working.InternalDue == working.LastDay && Days.EnglandAndWales.OnOrBefore(working.LastDay) < day));

    [Fact]
    public void Counting_again_from_what_the_explanation_holds_gives_the_same_answer() =>
        Holds((term, day) =>
        {
            var told = term.WorkOut(day, Days);
            var again = told.Term.WorkOut(told.From, Days, told.Stops);
            return (again.LastDay, again.InternalDue, again.DueAt, again.Summary) == (told.LastDay, told.InternalDue, told.DueAt, told.Summary)
                && again.Steps.SequenceEqual(told.Steps) && told.Summary.Contains(London.Words(told.LastDay), StringComparison.Ordinal);
        });

    [Fact]
    public void A_pause_never_brings_a_date_nearer() =>
        Holds((term, day) => term is not { Binding: Binding.Target, Unit: not Unit.Hours, Wording: not Wording.Before }
            || term.WorkOut(day, Days, [new(day.AddDays(1), day.AddDays(9), "a test")]).LastDay >= term.WorkOut(day, Days).LastDay);
}

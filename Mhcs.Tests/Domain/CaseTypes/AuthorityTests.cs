using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>Who may take which step: every row of every table, every grade, every relation to the file, against the matrix as it stands in its file.</summary>
public sealed class AuthorityTests
{
    enum Relation { Own, Other, HighProfile, Restricted, Named, Conflict }

    static readonly Dictionary<string, (Grade Level, Grade HighProfile)> Matrix = File.ReadLines(Path.Combine(Root(), "seed-data", "authority-matrix.csv")).Skip(1).Select(line => line.Split(','))
        .ToDictionary(c => c[0], c => (Enum.Parse<Grade>(c[1]), Enum.Parse<Grade>(c[2])));

    public static TheoryData<string> Types => [.. AllCaseTypes.All.Select(t => t.Key)];

    [Theory, MemberData(nameof(Types))]
    public void A_step_is_taken_by_those_whom_the_matrix_names_and_by_nobody_else(string key)
    {
        var type = AllCaseTypes.Get(key);
        var wrong = from move in type.Moves
                    from grade in Enum.GetValues<Grade>()
                    from relation in Enum.GetValues<Relation>()
                    let tried = Try(type, move, grade, relation)
                    where tried.May != (Expected(tried.Row, grade, relation) && (!type.IsProtected || grade >= Grade.DeputyHead))
                    select $"{move.From.Code}, {move.Step.Code}: {grade} {(tried.May ? "may" : "may not")}, {relation}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void The_matrix_names_every_decision_of_the_tables_and_no_decision_is_below_a_caseworker()
    {
        var named = AllCaseTypes.All.SelectMany(t => t.Moves.Select(m => m.By).Append(t.Opening.By)).Where(a => a != Authority.Clock).Distinct().ToList();

        named.Select(a => a.Key).Should().BeSubsetOf(Matrix.Keys);
        named.Where(a => a.IsDecision).Should().OnlyContain(a => Matrix[a.Key].Level >= Grade.Caseworker && Matrix[a.Key].HighProfile >= Matrix[a.Key].Level);
    }

    [Fact]
    public void A_post_lent_by_cover_entitles_to_what_its_holder_may_do_and_says_for_whom()
    {
        var file = Filed(Recall.Type, Recall.Type.State("AwaitingDecision"), Relation.Own);
        var lent = Actor.Of(A.Person(Grade.Caseworker), A.Reference.Matrix, [A.DeputyHead]);

        var may = lent.May(Authorities.Recall, file);

        may.Granted.Should().BeTrue();
        may.ActingFor.Should().Be(A.DeputyHead.Id);
    }

    /// <summary>Whether the machine lets this grade take the step, and the row it chose among those that share it.</summary>
    static (bool May, Move Row) Try(CaseType type, Move move, Grade grade, Relation relation)
    {
        var person = A.Person(grade, 900 + (int)grade);
        if (relation == Relation.Conflict) person.Conflicts.Add(new("P-20417", new(2026, 1, 5)));
        var file = Filed(type, move.From, relation, person);
        CaseMachine.CanFire(file, move.Step, FactSheet.Of([]), new Occasion(Actor.Of(person, A.Reference.Matrix), A.Monday, A.Reference.Book), out var row, out var unmet);
        return (!unmet.Any(u => u.Code == "not-entitled"), row!);
    }

    static bool Expected(Move row, Grade grade, Relation relation)
    {
        if (row.By == Authority.Clock || grade < Grade.CaseworkAdministrator || relation == Relation.Conflict) return false;
        if (relation is Relation.Other or Relation.Restricted && grade != Grade.HeadOfSection) return false;
        return grade >= (relation == Relation.HighProfile ? Matrix[row.By.Key].HighProfile : Matrix[row.By.Key].Level);
    }

    static CaseFile Filed(CaseType type, State state, Relation relation, Person? named = null)
    {
        var patient = A.Patient(LegalCategory.Cd);
        patient.HighProfile = relation == Relation.HighProfile;
        CaseEvent opened = new CaseOpened(type.Key, patient.Number, relation == Relation.Other ? "B" : "A", London.Day(A.Monday), state.Code, FactSheet.Of([]), relation == Relation.Restricted) { At = A.Monday, By = A.Administrator.Id };
        return CaseFile.From(CaseReference.Of(type.Prefix, 1), patient,
            relation == Relation.Named ? [opened, new RestrictionChanged(true, [named!.Id], "Press interest") { At = A.Monday, By = A.HeadOfSection.Id }] : [opened]);
    }

    static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Correspondence;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Correspondence;

public sealed class CorrespondencePagesTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    DateOnly Today => London.Day(_portal.Services.GetRequiredService<Occasions>().Now);
    LikeQuery Likes => _portal.Services.GetRequiredService<LikeQuery>();
    CaseListQuery Lists => _portal.Services.GetRequiredService<CaseListQuery>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_case_about_nobody_is_found_listed_and_held_by_the_team_of_whoever_logged_it()
    {
        var reference = await Logged("Thessaly Marchbank", "Delay of transfers");

        var row = (await Lists.For(_section.Ann.Id, new() { Types = [Letter.Type.Key] }, new(CaseColumn.Patient)))!.Rows.Should().ContainSingle().Subject;
        row.Should().BeEquivalentTo(new { Reference = reference, PatientNumber = (string?)null, Patient = "Thessaly Marchbank: Delay of transfers", Team = "A" }, o => o.ExcludingMissingMembers());
        (await Lists.For(_section.Ann.Id, new() { Words = "marchbank" }, new()))!.Rows.Should().ContainSingle();
        (await _portal.Services.GetRequiredService<FindQuery>().For(_section.Ann.Id, "Marchbank")).Should().ContainSingle(f => f.Reference == reference.Value);
        (await _portal.Services.GetRequiredService<BoardReads>().Of("A")).Open.Values.Should().ContainSingle(c => c.Patient == row.Patient);
        (await Lists.For(_section.Stranger.Id, new(), new()))!.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_type_that_always_concerns_a_patient_is_refused_without_one()
    {
        var outcome = await _section.Desk.OpenWithoutPatient(Recall.Type, null, Today, FactSheet.Empty, _section.Administrator.Id);

        outcome.Should().BeOfType<Outcome.Refused>().Which.Reasons.Should().ContainSingle(r => r.Field == "patient");
    }

    [Fact]
    public async Task The_same_writer_on_the_same_topic_is_shown_as_a_duplicate_and_another_writer_as_a_campaign()
    {
        var first = await Logged("Thessaly Marchbank", "Delay of transfers from prison");
        await Logged("Odo Finch", "Leave in the community");

        var same = await Likes.For(_section.Ann.Id, Letter.Type, Piece("thessaly marchbank", "The delay of transfers from prison"));
        var other = await Likes.For(_section.Ann.Id, Letter.Type, Piece("Ulla Teasel", "Delay of prison transfers"));

        same.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Reference = first, SameWriter = true, Campaign = first.Value }, o => o.ExcludingMissingMembers());
        other.Should().ContainSingle(l => l.Reference == first && !l.SameWriter);
        (await Likes.For(_section.Stranger.Id, Letter.Type, Piece("Thessaly Marchbank", "Delay of transfers from prison"))).Should().BeEmpty("it is another team's letter");
    }

    [Fact]
    public async Task What_came_in_more_than_sixty_days_ago_is_no_duplicate()
    {
        await Logged("Thessaly Marchbank", "Delay of transfers", Today.AddDays(-61));

        (await Likes.For(_section.Ann.Id, Letter.Type, Piece("Thessaly Marchbank", "Delay of transfers"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_campaign_is_its_first_letter_and_those_that_joined_it()
    {
        var first = await Logged("Thessaly Marchbank", "Delay of transfers");
        var second = await Logged("Odo Finch", "Delay of transfers", campaign: first.Value);
        await Logged("Ulla Teasel", "Leave");

        (await Likes.Campaign(_section.Ann.Id, first.Value)).Select(c => c.Reference).Should().BeEquivalentTo([first, second]);
    }

    [Fact]
    public async Task A_batch_of_letters_is_logged_whole_or_not_at_all_and_a_second_time_changes_nothing()
    {
        var good = $"{Head}letter,,{Today:yyyy-MM-dd},Treat Official,Member of the public,Odo Finch,Leave\nletter,P-20001,{Today:yyyy-MM-dd},MP’s letter,Member of Parliament,Ulla Teasel MP,Transfers\n";

        (await Import(good + $"letter,,{Today:yyyy-MM-dd},No such kind,Member of the public,Ada Reed,Leave\n")).Rejected.Should().NotBeEmpty();
        (await Count()).Should().Be(0);
        (await Import(good)).New.Should().HaveCount(2);
        (await Import(good)).Unchanged.Should().HaveCount(2);
        (await Count()).Should().Be(2);
    }

    const string Head = "type,patient_number,received_on,fact_letterKind,fact_letterFrom,fact_correspondent,fact_topic\n";

    Task<Mhcs.Portal.Patients.Import.ImportPlan> Import(string csv) => _portal.Services.GetRequiredService<ImportCases>().Run(Encoding.UTF8.GetBytes(csv), _section.Administrator.Id);

    async Task<int> Count()
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Cases.CountAsync();
    }

    static FactSheet Piece(string from, string topic) => Section.Answers((Facts.Correspondent, from), (Facts.Topic, topic));

    async Task<CaseReference> Logged(string from, string topic, DateOnly? on = null, string? campaign = null)
    {
        var facts = Section.Answers((Facts.LetterKind, Facts.TreatOfficial), (Facts.LetterFrom, "Member of the public"), (Facts.Correspondent, from), (Facts.Topic, topic));
        if (campaign is not null) facts = facts.With(Section.Answers((Facts.Campaign, campaign)));
        return (await _section.Desk.OpenWithoutPatient(Letter.Type, null, on ?? Today, facts, _section.Administrator.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
    }
}

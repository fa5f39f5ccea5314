using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

/// <summary>A form that is left and come back to, while others change the record under it.</summary>
public sealed class MergingFormTests
{
    static readonly Fact[] Asked = [Facts.ConcernSource, Facts.Concern, Facts.SupervisorsViews];
    static readonly FactSheet Before = Sheet((Facts.ConcernSource, "Supervisor"), (Facts.Concern, "Old"));

    [Fact]
    public void A_draft_holds_only_what_was_changed_and_what_it_was_begun_from()
    {
        var form = Begun(Before);

        form.Answers[Facts.Concern.Key] = "Mine";

        form.Changes.Should().Equal(new Change(Facts.Concern.Key, "Mine", "Old"));
    }

    [Fact]
    public void What_somebody_left_untouched_shows_the_newest_when_they_come_back()
    {
        var form = Begun(Sheet((Facts.ConcernSource, "Hospital"), (Facts.Concern, "Old")), Draft((Facts.Concern, "Mine", "Old")));

        (form.Answers[Facts.ConcernSource.Key], form.Answers[Facts.Concern.Key]).Should().Be(("Hospital", "Mine"));
        form.Contested.Should().BeEmpty();
    }

    [Fact]
    public void What_both_changed_while_one_was_away_stands_side_by_side_until_it_is_settled()
    {
        var form = Begun(Sheet((Facts.Concern, "Theirs")), Draft((Facts.Concern, "Mine", "Old")));

        form.Contested.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Mine = "Mine", Theirs = new { Value = "Theirs" } }, o => o.ExcludingMissingMembers());
        form.KeepTheirs(form.Contested[0]);

        form.Contested.Should().BeEmpty();
        form.Answers[Facts.Concern.Key].Should().Be("Theirs");
        form.Changes.Should().BeEmpty();
    }

    [Fact]
    public void Keeping_mine_is_asked_again_only_of_a_further_change()
    {
        var form = Begun(Sheet((Facts.Concern, "Theirs")), Draft((Facts.Concern, "Mine", "Old")));
        form.KeepMine(form.Contested[0]);

        form.Follow(Sheet((Facts.Concern, "Theirs")).Text, Sheet((Facts.Concern, "Theirs")));
        var same = form.Contested;
        form.Compare(Sheet((Facts.Concern, "Theirs again")));

        same.Should().BeEmpty();
        form.Contested.Should().ContainSingle();
        form.Answers[Facts.Concern.Key].Should().Be("Mine");
    }

    [Fact]
    public void An_answer_taken_away_says_nothing_against_a_newer_one() =>
        Begun(Sheet((Facts.Concern, "Theirs")), Draft((Facts.Concern, null, "Old"))).Answers[Facts.Concern.Key].Should().Be("Theirs");

    [Fact]
    public async Task A_draft_of_before_still_opens_and_writes_nothing_over()
    {
        await using var portal = new PortalApp();
        _ = portal.Address;
        var section = await Section.In(portal.Services);
        await portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Drafts.Add(new Draft { PersonId = section.Ann.Id, Key = "old", Json = """{"concernSource":"Supervisor","concern":"Old","supervisorsViews":"Mine"}""" });
            return Task.CompletedTask;
        });
        var drafts = portal.Services.GetRequiredService<Drafts>();

        var form = Begun(Sheet((Facts.ConcernSource, "Supervisor"), (Facts.Concern, "Corrected")), await drafts.Find(section.Ann.Id, "old"));
        await drafts.Keep(section.Ann.Id, "new", form.Changes);
        var again = await drafts.Find(section.Ann.Id, "new");
        await drafts.Keep(section.Ann.Id, "new", []);

        form.Contested.Select(c => c.Fact).Should().Equal(Facts.Concern);
        form.Answers[Facts.SupervisorsViews.Key].Should().Be("Mine");
        again!.Answers.Keys.Should().BeEquivalentTo(Facts.Concern.Key, Facts.SupervisorsViews.Key);
        (await drafts.Find(section.Ann.Id, "new")).Should().BeNull("nothing is changed, so nothing is kept");
    }

    static MergingForm Begun(FactSheet record, KeptDraft? draft = null)
    {
        var form = new MergingForm();
        form.Begin(Asked, record.Text, record, draft);
        return form;
    }

    static KeptDraft Draft(params (Fact Fact, string? Mine, string? Begun)[] kept) =>
        new(kept.ToDictionary(k => k.Fact.Key, k => k.Mine), kept.ToDictionary(k => k.Fact.Key, k => k.Begun), default);

    static FactSheet Sheet(params (Fact Fact, string Value)[] facts) => Section.Answers(facts);
}

using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Contacts;

public sealed class DirectoryDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    DirectoryDesk Desk => _portal.Services.GetRequiredService<DirectoryDesk>();
    DirectoryQuery Query => _portal.Services.GetRequiredService<DirectoryQuery>();
    EntryQuery Entries => _portal.Services.GetRequiredService<EntryQuery>();
    ReferenceData Reference => _portal.Services.GetRequiredService<ReferenceData>();
    DateOnly Today => London.Day(_portal.Services.GetRequiredService<Occasions>().Now);

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_directory_begins_with_the_places_that_ship_and_cases_may_name_them()
    {
        var hospitals = (await Query.For(_section.Ann.Id, new DirectoryFilter { Kinds = [EntryKind.Hospital] }))!;

        hospitals.Total.Should().Be(DirectoryFill.Shipped().Count(e => e.Kind == EntryKind.Hospital)).And.Be(Reference.Book.Places.Hospitals.Count);
        hospitals.Rows.Should().HaveCount(25).And.OnlyContain(r => r.Email!.EndsWith(".example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hospital_added_to_the_directory_can_be_named_by_the_next_case_at_once_and_a_closed_one_by_none()
    {
        var before = await Faults("Willowmere Hospital");
        var added = await Desk.Add(EntryKind.Hospital, Details("Willowmere Hospital", units: "Alder ward: medium"), _section.Administrator.Id);
        added.Reasons.Should().BeEmpty();
        var open = await Faults("Willowmere Hospital");

        await Desk.Close(added.Id!.Value, Today.AddDays(-1), _section.TeamManager.Id);

        before.Should().ContainSingle().Which.Should().Contain("is not in the directory of hospitals");
        open.Should().BeEmpty();
        (await Faults("Willowmere Hospital")).Should().ContainSingle().Which.Should().Contain("closed on");
    }

    [Fact]
    public async Task When_two_entries_become_one_everything_that_named_the_old_one_leads_to_the_new_one()
    {
        var manager = _section.TeamManager.Id;
        var old = (await Desk.Add(EntryKind.Hospital, Details("Willowmere Secure Unit"), manager)).Id!.Value;
        await Admit("P-20001", "Willowmere Secure Unit");
        var kept = (await Desk.Add(EntryKind.Hospital, Details("Willowmere Hospital"), manager)).Id!.Value;

        var outcome = await Desk.Merge(old, kept, "Same address, same wards", manager);

        outcome.Reasons.Should().BeEmpty();
        (await Entries.For(_section.Ann.Id, kept))!.Patients.Should().ContainSingle().Which.Number.Should().Be("P-20001");
        (await Entries.For(_section.Ann.Id, old))!.Into!.Id.Should().Be(kept);
        (await Query.For(_section.Ann.Id, new DirectoryFilter { Words = "willowmere secure" }))!.Rows.Should().ContainSingle().Which.Id.Should().Be(kept);
        _portal.Services.GetRequiredService<PlaceBook>().Find("Willowmere Secure Unit").Should().Be(new KnownPlace(kept, "Willowmere Hospital"));
        (await Faults("Willowmere Secure Unit")).Should().ContainSingle().Which.Should().Contain("is now Willowmere Hospital");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var entry = await db.Trail.OrderByDescending(e => e.Seq).FirstAsync();
        (entry.Kind, entry.By).Should().Be((DirectoryDesk.Merged, manager));
        entry.Data.Should().Contain("Willowmere Secure Unit").And.Contain("Same address");
    }

    [Fact]
    public async Task A_merge_of_a_merge_leads_to_the_end_at_one_step()
    {
        var manager = _section.TeamManager.Id;
        List<int> ids = [];
        foreach (var name in new[] { "Willowmere One", "Willowmere Two", "Willowmere Three" }) ids.Add((await Desk.Add(EntryKind.Hospital, Details(name), manager)).Id!.Value);

        await Desk.Merge(ids[0], ids[1], "One place", manager);
        await Desk.Merge(ids[1], ids[2], "One place", manager);

        (await Entries.For(_section.Ann.Id, ids[0]))!.Into!.Id.Should().Be(ids[2]);
        _portal.Services.GetRequiredService<PlaceBook>().Find("willowmere one")!.Id.Should().Be(ids[2]);
    }

    [Fact]
    public async Task Caseworkers_add_and_change_and_a_casework_manager_or_above_closes_and_merges()
    {
        var added = await Desk.Add(EntryKind.Court, Details("Willowmere Crown Court"), _section.Ann.Id);
        var other = await Desk.Add(EntryKind.Court, Details("Willowmere Court"), _section.Ann.Id);

        var close = await Desk.Close(added.Id!.Value, Today, _section.Ann.Id);
        var merge = await Desk.Merge(added.Id.Value, other.Id, "The same", _section.Ann.Id);

        close.Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        merge.Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        (await Desk.Close(added.Id.Value, Today, _section.TeamManager.Id)).Done.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_left_out_is_named_field_by_field()
    {
        var outcome = await Desk.Add(EntryKind.Hospital, new(null, null, null, null, null, "not an address", "ring me", "Alder ward", null), _section.Ann.Id);

        outcome.Reasons.Select(r => r.Field).Should().BeEquivalentTo("name", "region", "email", "telephone", "from", "units");
    }

    [Fact]
    public async Task A_hospital_has_a_name_of_its_own_even_after_it_closed()
    {
        var added = await Desk.Add(EntryKind.Hospital, Details("Willowmere Hospital"), _section.Ann.Id);
        await Desk.Close(added.Id!.Value, Today.AddDays(-3), _section.TeamManager.Id);

        var again = await Desk.Add(EntryKind.Hospital, Details("willowmere hospital"), _section.Ann.Id);

        again.Reasons.Should().ContainSingle().Which.Text.Should().Contain("closed on");
    }

    [Fact]
    public async Task A_renamed_hospital_keeps_its_patients_and_its_history_down_to_the_field()
    {
        var added = (await Desk.Add(EntryKind.Hospital, Details("Willowmere Hospital"), _section.Ann.Id)).Id!.Value;
        await Admit("P-20002", "Willowmere Hospital");

        await Desk.Change(added, Details("Willowmere Park Hospital"), 1, _section.Ben.Id);

        var view = (await Entries.For(_section.Ann.Id, added))!;
        view.Patients.Should().ContainSingle().Which.Number.Should().Be("P-20002");
        var change = view.Entry.History[^1];
        (change.What, change.Was, change.Now, change.By).Should().Be(("Name", "Willowmere Hospital", "Willowmere Park Hospital", _section.Ben.Id));
    }

    [Fact]
    public async Task Of_two_who_change_an_entry_at_once_the_second_is_told()
    {
        var added = (await Desk.Add(EntryKind.Court, Details("Willowmere Crown Court"), _section.Ann.Id)).Id!.Value;

        await Desk.Change(added, Details("Willowmere Crown Court") with { Town = "Willowmere Green" }, 1, _section.Ann.Id);
        var second = await Desk.Change(added, Details("Willowmere Crown Court") with { Town = "Elsewhere" }, 1, _section.Ben.Id);

        second.Reasons.Should().ContainSingle().Which.Code.Should().Be("stale");
    }

    [Fact]
    public async Task Patients_of_other_teams_are_not_counted_at_a_place()
    {
        var added = (await Desk.Add(EntryKind.Hospital, Details("Willowmere Hospital"), _section.Ann.Id)).Id!.Value;
        await Admit("P-20001", "Willowmere Hospital");

        (await Entries.For(_section.Stranger.Id, added))!.Total.Should().Be(0);
        (await Entries.For(_section.Ann.Id, added))!.Total.Should().Be(1);
    }

    static EntryDetails Details(string name, string? units = null) => new(name, null, "Wales", "Willowmere", "1 Acorn Row", "records@willowmere.example", "01632 960001", units, new(2020, 1, 1));

    async Task<List<string>> Faults(string hospital)
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.Ann.Id))!;
        return [.. FactChecks.Of([Facts.ProposedHospital], Section.Answers((Facts.ProposedHospital, hospital)), on).Select(r => r.Text)];
    }

    Task Admit(string number, string hospital) => _portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        (await writing.Db.Patients.SingleAsync(p => p.Number == number)).Apply(new Admitted(hospital, "Alder ward", "Medium", Today.AddDays(-10))));
}

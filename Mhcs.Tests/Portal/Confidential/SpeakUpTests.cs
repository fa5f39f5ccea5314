using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.People;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Confidential;

public sealed class SpeakUpTests : IAsyncLifetime
{
    const string Text = "I was told to hold back a report until after the hearing";
    readonly PortalApp _portal = new();
    readonly Person _auditor = new() { UserName = "o.auditor", Name = "O. Auditor", Grade = Grade.Auditor }, _head = new() { UserName = "s.head", Name = "S. Head", Grade = Grade.HeadOfSection };
    Section _section = null!;

    SpeakUpDesk Desk => _portal.Services.GetRequiredService<SpeakUpDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.People.AddRange(_auditor, _head);
            return Task.CompletedTask;
        });
        _portal.Services.GetRequiredService<Staff>().Changed();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_report_is_read_by_the_reader_it_was_sent_to_and_by_nobody_else()
    {
        (await Desk.Send(Confidant.Auditor, Text, named: true, _section.Ann.Id)).Reasons.Should().BeEmpty();

        (await Desk.For(_auditor.Id))!.Received.Should().ContainSingle().Which.Should().Match<ReportRow>(r => r.Text == Text && r.From == "A. Larkspur");
        (await Desk.For(_head.Id))!.Received.Should().BeEmpty();
        (await Desk.For(_section.HeadOfTeam.Id))!.Received.Should().BeNull();
        (await Desk.For(_section.Ann.Id))!.Mine.Should().ContainSingle();
    }

    [Fact]
    public async Task Without_a_name_nothing_in_the_store_says_who_it_was_and_its_text_can_t_be_read_there()
    {
        await Desk.Send(Confidant.HeadOfSection, Text, named: false, _section.Ann.Id);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var report = await db.ImproprietyReports.SingleAsync();
        (report.By, report.At.ToUniversalTime().Minute).Should().Be((null, 0));
        report.Sealed.Should().NotContain("hearing");
        (await db.Trail.AnyAsync(e => e.Kind == ConfidentialTrail.Reported)).Should().BeFalse("its place among the entries of others would tell the hour");
        (await Desk.For(_head.Id))!.Received.Should().ContainSingle(r => r.From == null && r.Text == Text);
        (await Desk.For(_section.Ann.Id))!.Mine.Should().BeEmpty();
    }

    [Fact]
    public async Task The_reader_says_once_what_was_done_and_whoever_gave_a_name_reads_it()
    {
        var sent = (await Desk.Send(Confidant.Auditor, Text, named: true, _section.Ann.Id)).Id!.Value;

        (await Desk.Answer(sent, "Looked into", _head.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-found");
        (await Desk.Answer(sent, "The report was sent on the same day", _auditor.Id)).Reasons.Should().BeEmpty();
        (await Desk.Answer(sent, "Again", _auditor.Id)).Reasons.Should().ContainSingle(r => r.Code == "wrong-state");

        (await Desk.For(_section.Ann.Id))!.Mine.Should().ContainSingle().Which.Answer.Should().Be("The report was sent on the same day");
    }

    [Fact]
    public async Task Nothing_said_and_no_reader_chosen_are_each_told()
    {
        (await Desk.Send(null, "", named: true, _section.Ann.Id)).Reasons.Select(r => r.Field).Should().Equal("to", "text");
    }
}

using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

public sealed class FormDraftTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_was_typed_stands_in_the_form_that_is_opened_again_until_it_is_sent()
    {
        var before = await Opened(null, null);
        await before.Draft.Keep(Form("A statement of some length", null));

        var again = await Opened(null, null);
        again.Form["text"].Should().Be("A statement of some length");
        again.Draft.IsKept.Should().BeTrue();
        await again.Draft.Discard();

        (await Opened(null, null)).Form["text"].Should().BeNull();
    }

    [Fact]
    public async Task What_nobody_typed_over_follows_the_record_and_what_both_changed_is_named()
    {
        var before = await Opened("Old text", "Old contact");
        await before.Draft.Keep(Form("My text", "Old contact"));

        var untouched = await Opened("Old text", "Their contact");
        var both = await Opened("Their text", "Their contact");

        (untouched.Form["text"], untouched.Form["contact"]).Should().Be(("My text", "Their contact"));
        untouched.Draft.Overtaken.Should().BeEmpty();
        both.Form["text"].Should().Be("My text");
        both.Draft.Overtaken.Should().Equal("text");
    }

    [Fact]
    public async Task Typed_back_to_what_is_on_the_record_nothing_is_kept()
    {
        var form = await Opened("Old text", null);
        await form.Draft.Keep(Form("My text", null));

        await form.Draft.Keep(Form("Old text", ""));

        (await Opened("Old text", null)).Draft.IsKept.Should().BeFalse();
    }

    async Task<(FormDraft Draft, IReadOnlyDictionary<string, string?> Form)> Opened(string? text, string? contact)
    {
        FormDraft draft = new(_portal.Services.GetRequiredService<Drafts>(), _section.Ann.Id, "victim 1");
        return (draft, await draft.Over(Form(text, contact)));
    }

    static Dictionary<string, string?> Form(string? text, string? contact) => new() { ["text"] = text, ["contact"] = contact };
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using FluentAssertions.Execution;
using Microsoft.Playwright;

namespace Mhcs.Tests.Support;

/// <summary>One person's browser at the portal: its page, and everything the browser complained about on the way.</summary>
public sealed class Visit : IAsyncDisposable
{
    // Run where the page is: the package's own way opens a second page to collect what it found, and takes four seconds for it.
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Milliseconds, as long as everything else in a browser test is waited for.</summary>
    const float Patience = 30_000;

    readonly IBrowserContext _context;

    Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the content security policy stopped, as "directive: address".</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    public ConcurrentQueue<string> Errors { get; } = [];

    internal static async Task<Visit> Begin(IBrowserContext context)
    {
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) => { if (message.Type == "error") visit.Errors.Enqueue(message.Text); };
        visit.Page.PageError += (_, error) => visit.Errors.Enqueue(error);
        await visit.Page.ExposeFunctionAsync("tellViolation", (string what) => visit.Violations.Enqueue(what));
        await visit.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => tellViolation(`${e.effectiveDirective}: ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));");
        return visit;
    }

    /// <summary>Opens a page that answers to clicks, and waits until it does.</summary>
    public async Task GoTo(string path)
    {
        await Page.GotoAsync(path);
        await Interactive();
    }

    /// <summary>Opens a page that stays as the server wrote it, such as signing in.</summary>
    public Task GoToStatic(string path) => Page.GotoAsync(path);

    /// <summary>Waits until the page answers to clicks; what went wrong meanwhile is said, should it never do so.</summary>
    public async Task Interactive()
    {
        try { await Page.Locator("main[data-interactive]").WaitForAsync(); }
        catch (TimeoutException late) { throw new TimeoutException($"{Page.Url} did not come alive. {string.Join('\n', Violations.Concat(Errors))}", late); }
    }

    /// <summary>The page comes to an address. Looked at until it is there: waiting for the going there misses one that has come already.</summary>
    public Task ComesTo(string address) => Assertions.Expect(Page).ToHaveURLAsync(address, new() { Timeout = Patience });

    /// <inheritdoc cref="ComesTo"/>
    public Task ComesToLike([StringSyntax(StringSyntaxAttribute.Regex)] string address) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(address, RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = Patience });

    /// <summary>The screen goes by itself to where one signs in. Seen by what stands there: waiting for an address misses one that has come already.</summary>
    public async Task TurnedOutTo(string address)
    {
        await Page.Locator("input[type=password]").WaitForAsync();
        Page.Url.Should().Contain(address);
    }

    /// <summary>Nothing stopped by the content security policy, nothing in the console.</summary>
    public void ShouldBeQuiet()
    {
        using var both = new AssertionScope();
        Violations.Should().BeEmpty("the content security policy holds");
        Errors.Should().BeEmpty("the console is clean");
    }

    /// <summary>Nothing that axe calls serious or critical.</summary>
    public async Task ShouldBeAccessible()
    {
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string[]>("""
            axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations
              .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
              .map(violation => `${violation.id}: ${violation.help} at ${violation.nodes.map(node => node.html).join(', ')}`))
            """);

        found.Should().BeEmpty("{0} is for everyone", Page.Url);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}

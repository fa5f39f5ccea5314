using System.Globalization;
using Mhcs.Portal;
using Mhcs.Portal.Admin;
using Mhcs.Portal.Api;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Briefings;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Chasing;
using Mhcs.Portal.CommandLine;
using Mhcs.Portal.Data;
using Mhcs.Portal.Data.Seeding;
using Mhcs.Portal.Diary;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Folders;
using Mhcs.Portal.Health;
using Mhcs.Portal.Layout;
using Mhcs.Portal.Letters;
using Mhcs.Portal.SignIn;
using Mhcs.Portal.Victims;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

if (Commands.Has(args)) return await Commands.Run(args);
args = Commands.ForServing(args);

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
if (string.IsNullOrEmpty(builder.Configuration["urls"]))
    builder.WebHost.UseUrls("http://localhost:5080");

builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
builder.Services.AddSingleton(ClockSetting.Read(builder.Configuration, builder.Environment));
builder.AddProxies();
builder.AddPortalData();
builder.AddSignIn();
builder.Services.AddApi();
builder.AddFeed();
builder.AddHealth();
builder.Services.AddPageCompression();
builder.Services.AddRazorComponents().AddInteractiveServerComponents()
    // A long text pasted into a note is told that it is too long; it does not end the connection.
    .AddHubOptions(circuits => circuits.MaximumReceiveMessageSize = 256 * 1024);
builder.Services.AddScoped<Announcer>();
builder.Services.AddLists();
builder.Services.AddBoards();
builder.Services.AddCasework();
builder.Services.AddChasing();
builder.Services.AddDiary();
builder.Services.AddLetters();
builder.Services.AddFolders();
builder.Services.AddBriefings();
builder.Services.AddAdmin();
builder.Services.AddVictims();

var app = builder.Build();

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseResponseCompression();
if (!app.Environment.IsDevelopment()) app.UseHsts();
app.UseErrorPages();
app.UseApi();
app.UseRequestLocalization("en-GB");
app.UseAuthentication();
app.UseAuthorization();
app.UsePasswordGuard();
app.UseConnectionGuard();
app.UseApiChecks();
app.UseAntiforgery();

app.MapStaticAssets().AllowAnonymous();
app.MapSignIn();
app.MapApi();
app.MapDocuments();
app.MapLetters();
app.MapFolders();
app.MapFeed();
app.MapHealth();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits =>
{
    // Our own header says who may frame us; the default would add a second policy beside it.
    circuits.ContentSecurityFrameAncestorsPolicy = null;
    // Secrets compressed together with what someone else typed can be guessed from the length.
    circuits.DisableWebSocketCompression = true;
});

await app.Services.GetRequiredService<DataSetup>().Migrate();
await app.Services.GetRequiredService<SeedSection>().Run(Console.WriteLine);
await app.Services.GetRequiredService<SeedUsers>().Make();
await app.RunAsync();
return Commands.Done;

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Support;

/// <summary>How a file stands to the people of team A.</summary>
public enum Relation { Own, Other, Restricted }

/// <summary>The small section with three patients, and recalls opened as tests need them.</summary>
public class Casework : SectionApp
{
    readonly SemaphoreSlim _making = new(1, 1);
    bool _peopled;

    public static object NewRecall(string patient, bool restricted = false) => new
    {
        type = "recall", patient, restricted,
        facts = new Dictionary<string, object>
        {
            [Facts.ConcernSource.Key] = Facts.ConcernSource.Options[0],
            [Facts.ConcernAt.Key] = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToString("O"),
            [Facts.Concern.Key] = "Missed two appointments",
        },
    };

    public static MultipartFormDataContent Csv(string text) => new() { { new StringContent(text, Encoding.UTF8, "text/csv"), "file", "patients.csv" } };

    /// <summary>A new recall: team A's own, team B's, or one of team A that only the head of section is named on.</summary>
    public async Task<string> Case(Relation relation = Relation.Own)
    {
        await People();
        using var opener = await SignedIn("headofsection");
        using var made = await opener.PostAsJsonAsync("/api/v1/cases", NewRecall(relation == Relation.Other ? "P-30002" : "P-30001", relation == Relation.Restricted));
        made.StatusCode.Should().Be(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["reference"]!;
    }

    /// <summary>A new remission, whose dates run from its opening.</summary>
    public async Task<string> Remission()
    {
        await People();
        using var opener = await SignedIn("headofsection");
        using var made = await opener.PostAsJsonAsync("/api/v1/cases", new { type = "remission", patient = "P-30003", facts = new Dictionary<string, object> { [Facts.FitOn.Key] = "2026-06-01", [Facts.Urgent.Key] = false } });
        made.StatusCode.Should().Be(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["reference"]!;
    }

    /// <summary>A new tribunal case in which the tribunal has directed something.</summary>
    public async Task<string> TribunalWithDirection()
    {
        await People();
        using var opener = await SignedIn("headofsection");
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd");
        using var made = await opener.PostAsJsonAsync("/api/v1/cases", new
        {
            type = "tribunal", patient = "P-30003",
            facts = new Dictionary<string, object> { [Facts.TribunalRoute.Key] = Facts.DetainedApplies, [Facts.TribunalBody.Key] = Facts.TribunalBody.Options[0], [Facts.ApplicationOn.Key] = "2026-06-01" },
        });
        made.StatusCode.Should().Be(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var reference = (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["reference"]!;
        var directed = new Dictionary<string, object> { [Facts.DirectionReceivedOn.Key] = today, [Facts.Direction.Key] = "Serve the risk assessment", [Facts.DirectionDueOn.Key] = "2027-06-01" };
        foreach (var body in new object[] { new { step = "ask-for-the-reports" }, new { step = "record-a-direction", facts = directed } })
        {
            using var taken = await opener.Change($"/api/v1/cases/{reference}/steps", body);
            taken.StatusCode.Should().Be(HttpStatusCode.OK, await taken.Content.ReadAsStringAsync());
        }
        return reference;
    }

    public async Task People()
    {
        _ = Address;
        await _making.WaitAsync();
        try
        {
            if (_peopled) return;
            await Services.GetRequiredService<WriteLane>().Write(writing =>
            {
                writing.Db.Patients.AddRange(Patient("P-30001", "Applecross", "A", LegalCategory.Cd), Patient("P-30002", "Inglefern", "B", LegalCategory.Cd), Patient("P-30003", "Brambleton", "A", LegalCategory.S47_49));
                return Task.CompletedTask;
            });
            _peopled = true;
        }
        finally
        {
            _making.Release();
        }
    }

    static Mhcs.Domain.Patients.Patient Patient(string number, string surname, string team, LegalCategory category)
    {
        var patient = new Mhcs.Domain.Patients.Patient { Number = number, Surname = surname, Forenames = "Perrin", BornOn = new(1984, 5, 9), Team = team };
        patient.Apply(new LegalStatusBegan(category, new(2022, 10, 3)));
        return patient;
    }
}

static class Changes
{
    /// <summary>Sends a change of a thing, with its tag or for whatever version it has.</summary>
    public static Task<HttpResponseMessage> Change(this HttpClient client, string path, object body, string tag = "*") => client.Send(HttpMethod.Post, path, body, tag);

    /// <summary>Sends a thing whole, as it is to be.</summary>
    public static Task<HttpResponseMessage> Replace(this HttpClient client, string path, object body, string tag = "*") => client.Send(HttpMethod.Put, path, body, tag);

    /// <summary>What was answered, once its status is the expected one.</summary>
    public static async Task<JsonObject> Gives(this Task<HttpResponseMessage> asked, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await asked;
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    static async Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string path, object body, string tag)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await client.SendAsync(request);
    }
}

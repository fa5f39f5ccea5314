using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.People;

/// <summary>Makes the occasion of an act: the actor read fresh, the moment, the reference data, the texts in force.</summary>
public sealed class Occasions(Staff staff, ReferenceData reference, IPaperTexts texts, TimeProvider clock)
{
    /// <summary>Null where nobody active has this id: a right taken away works at once.</summary>
    public async ValueTask<Occasion?> For(PersonId person, CancellationToken ct = default) =>
        await staff.Actor(person, ct) is { } actor ? new Occasion(actor, Now, reference.Book) { Texts = texts } : null;

    /// <summary>Whole milliseconds: what is sealed into the trail must come back the same from either database.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}

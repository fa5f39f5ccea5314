using Mhcs.Portal.Api;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("session");
        session.Property(s => s.Id).HasMaxLength(50);
        session.Property(s => s.Stamp).HasMaxLength(60);
        session.Property(s => s.Address).HasMaxLength(60);
        session.HasIndex(s => new { s.PersonId, s.EndedAt });
    }
}

sealed class WallboardTokenMapping : IEntityTypeConfiguration<WallboardToken>
{
    public void Configure(EntityTypeBuilder<WallboardToken> token)
    {
        token.ToTable("wallboard_token");
        token.Property(t => t.Id).HasMaxLength(50);
        token.Property(t => t.Team).HasMaxLength(2);
        token.Property(t => t.Name).HasMaxLength(60);
    }
}

sealed class KeptReplyMapping : IEntityTypeConfiguration<KeptReply>
{
    public void Configure(EntityTypeBuilder<KeptReply> reply)
    {
        reply.ToTable("kept_reply");
        reply.HasKey(r => new { r.PersonId, r.Key });
        reply.Property(r => r.Key).HasMaxLength(100);
        reply.Property(r => r.Request).HasMaxLength(64);
        reply.HasIndex(r => r.At);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mhcs.Portal.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.SignIn;

public sealed class KeyProtectionTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mhcs-keys-");

    [Fact]
    public void With_a_certificate_the_keys_on_disk_can_not_be_read_without_it_and_outlive_a_restart()
    {
        var certificate = Certificate();

        var kept = Protector(certificate).Protect("a session");

        Protector(certificate).Unprotect(kept).Should().Be("a session");
        Keys().Should().Contain("EncryptedData").And.NotContain("<value>");
        FluentActions.Invoking(() => Protector(null).Unprotect(kept)).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void Without_one_they_lie_there_as_the_manual_says()
    {
        Protector(null).Protect("a session");

        Keys().Should().Contain("<value>");
    }

    IDataProtector Protector(string? certificate)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Mhcs:KeyCertificate", certificate), new("Mhcs:KeyCertificatePassword", "three plain words")]).Build();
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("test").PersistKeysToFileSystem(new(Path.Combine(_folder.FullName, "keys"))).ProtectKeys(configuration);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("cookies");
    }

    string Keys() => string.Concat(Directory.GetFiles(Path.Combine(_folder.FullName, "keys"), "*.xml").Select(File.ReadAllText));

    string Certificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=portal keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var file = Path.Combine(_folder.FullName, "keys.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "three plain words"));
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Mhcs.Portal.SignIn;

/// <summary>With Mhcs:KeyCertificate (a PFX file, its password in Mhcs:KeyCertificatePassword), the keys of cookies and forms are kept encrypted to that certificate. Without it, the folder's rights alone guard them.</summary>
public static class KeyProtection
{
    public static IDataProtectionBuilder ProtectKeys(this IDataProtectionBuilder keys, IConfiguration configuration) => configuration["Mhcs:KeyCertificate"] is { Length: > 0 } file
        ? keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Mhcs:KeyCertificatePassword"]))
        : keys;
}

using System.Reflection;
using Mhcs.Domain.CaseTypes;
using Microsoft.AspNetCore.Components;

namespace Mhcs.Tests.House;

public class ArchitectureTests
{
    static readonly Assembly Domain = Assembly.Load("Mhcs.Domain"), Portal = typeof(Program).Assembly;
    static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Util", "Base", "Impl"];

    [Fact]
    public void The_domain_knows_nothing_but_the_base_library()
    {
        var outside = Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !IsBaseLibrary(name));

        outside.Should().BeEmpty();
    }

    [Fact]
    public void A_page_asks_queries_and_the_desk_never_the_database_or_the_feed()
    {
        var components = Portal.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent)) && type.Name != "Live");

        var trespassers = from component in components
                          from used in UsedBy(component)
                          where used.Name.EndsWith("PortalDb", StringComparison.Ordinal) || used.Name == "ILiveFeed"
                          select $"{component.FullName} uses {used.Name}";

        trespassers.Should().BeEmpty();
    }

    [Fact]
    public void A_type_is_named_after_what_it_does()
    {
        var empty = from assembly in new[] { Domain, Portal, typeof(ArchitectureTests).Assembly }
                    from type in assembly.GetTypes()
                    where type.Namespace?.StartsWith("Mhcs", StringComparison.Ordinal) == true
                    let name = type.Name.Split('`')[0]
                    where EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
                    select type.FullName;

        empty.Should().BeEmpty();
    }

    /// <summary>A step is linked to by its code: a page under another name is found by nobody.</summary>
    [Fact]
    public void A_page_made_for_one_step_has_the_address_that_leads_to_the_step()
    {
        const string Steps = "/cases/{Reference}/steps/";
        var own = from page in Portal.GetTypes()
                  from route in page.GetCustomAttributes<RouteAttribute>()
                  where route.Template.StartsWith(Steps, StringComparison.Ordinal) && !route.Template[Steps.Length..].StartsWith('{')
                  select route.Template[Steps.Length..];

        own.Except(AllCaseTypes.All.SelectMany(t => t.Moves).Select(m => m.Step.Code)).Should().BeEmpty();
        own.Should().Contain("write-the-draft");
    }

    static bool IsBaseLibrary(string assembly) =>
        assembly is "netstandard" or "mscorlib" || (assembly.StartsWith("System.", StringComparison.Ordinal) && IsShared(assembly));

    // System.* also names packages (System.CommandLine): the base library is what lies beside System.Private.CoreLib.
    static bool IsShared(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    static IEnumerable<Type> UsedBy(Type component)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var members = component.GetFields(all).Select(field => field.FieldType)
            .Concat(component.GetProperties(all).Select(property => property.PropertyType))
            .Concat(component.GetConstructors(all).Cast<MethodBase>().Concat(component.GetMethods(all))
                .SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType));

        return members.SelectMany(Parts).Distinct();
    }

    static IEnumerable<Type> Parts(Type type) => [type, .. type.GetGenericArguments().SelectMany(Parts)];
}

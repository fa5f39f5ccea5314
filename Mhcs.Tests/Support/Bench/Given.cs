using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;

namespace Mhcs.Tests.Support.Bench;

/// <summary>The parameters a parent would give a component.</summary>
public sealed class Given<T> where T : IComponent
{
    readonly Dictionary<string, object?> _values = [];

    internal ParameterView View => ParameterView.FromDictionary(_values);

    public Given<T> Set<TValue>(Expression<Func<T, TValue>> parameter, TValue value)
    {
        _values[((MemberExpression)parameter.Body).Member.Name] = value;
        return this;
    }

    public Given<T> On<TValue>(Expression<Func<T, EventCallback<TValue>>> parameter, Action<TValue> then) =>
        Set(parameter, EventCallback.Factory.Create(this, then));

    public Given<T> On(Expression<Func<T, EventCallback>> parameter, Action then) =>
        Set(parameter, EventCallback.Factory.Create(this, then));

    public Given<T> Containing(string html)
    {
        _values["ChildContent"] = (RenderFragment)(builder => builder.AddMarkupContent(0, html));
        return this;
    }
}

using System.Collections.Immutable;
using System.Reflection;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Architecture;

[TestFixture]
public sealed class ShapeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly ImmutableArray<string> Libraries =
        ["Pipelines", "Pipelines.Delivery", "Pipelines.Forges", "Pipelines.Targets.DotNet", "Pipelines.Targets.Delivery", "Pipelines.Nuke"];

    [TestCaseSource(nameof(Libraries))]
    public void Public_methods_that_give_a_task_end_with_a_cancellation_token(string assembly)
    {
        var endless = Assembly.Load(assembly).GetExportedTypes()
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => (method.IsPublic || method.IsFamily) && GivesTask(method.ReturnType) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => method.GetParameters().LastOrDefault(IsSingle)?.ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType}.{method.Name}");

        endless.ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Libraries))]
    public void Public_classes_are_sealed_or_abstract(string assembly)
    {
        var open = Assembly.Load(assembly).GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        open.ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Libraries))]
    public void The_public_api_changes_on_purpose(string assembly)
    {
        var api = PublicApi.List(Assembly.Load(assembly));

        Snapshot.Match(api, assembly);
    }

    // The language wants "params" at the very end.
    private static bool IsSingle(ParameterInfo parameter) => !parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false);

    private static bool GivesTask(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
}

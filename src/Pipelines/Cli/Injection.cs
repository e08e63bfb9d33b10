using System.Collections.Concurrent;
using System.Reflection;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>The values that attributes give to members of a build; each is made once.</summary>
internal sealed class Injection(PipelineBuild build)
{
    private readonly ConcurrentDictionary<MemberInfo, object?> _values = [];

    /// <summary>The value of a member that has such an attribute, else null.</summary>
    public object? Of(MemberInfo member) => member.IsDefined(typeof(ValueInjectionAttribute), inherit: false)
        ? _values.GetOrAdd(member, Make)
        : null;

    /// <summary>Writes the values into the fields and automatic properties of the build.</summary>
    public void Apply()
    {
        for (var type = build.GetType(); type is not null && type != typeof(PipelineBuild); type = type.BaseType)
        {
            foreach (var member in AnnotatedMembers.Of<ValueInjectionAttribute>(type))
            {
                if (Of(member) is { } value)
                {
                    MemberValue.Write(build, member, value);
                }
            }
        }
    }

    private object? Make(MemberInfo member) => member.GetCustomAttribute<ValueInjectionAttribute>(inherit: false)!.GetValue(member, build);
}

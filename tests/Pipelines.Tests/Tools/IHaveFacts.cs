using Pipelines.Tools;
using Serilog;

namespace Pipelines.Tests.Tools;

internal interface IHaveFacts : IPipelineBuild
{
    [Solution("other/Other.slnx")]
    Solution Other => TryGetValue(() => Other)!;

    Target TellOther => _ => _.Executes(() => Log.Information("{Solution} {Same}", Other.Path.RelativeTo(RootDirectory), ReferenceEquals(Other, Other)));
}

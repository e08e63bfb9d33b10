using System.Collections.Immutable;
using Serilog;

namespace Pipelines.Tests.Parameters;

internal class TypesBuild : PipelineBuild
{
    [Parameter]
    public sbyte Small { get; set; }

    [Parameter]
    public ulong Large { get; set; }

    [Parameter]
    public Int128 Huge { get; set; }

    [Parameter]
    public float Single { get; set; }

    [Parameter]
    public Half Half { get; set; }

    [Parameter]
    public decimal Money { get; set; } = 1.5m;

    [Parameter]
    public bool? Maybe { get; set; }

    [Parameter]
    public char Letter { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public DateTime Time { get; set; }

    [Parameter]
    public DateTimeOffset Instant { get; set; }

    [Parameter]
    public DateOnly Day { get; set; }

    [Parameter]
    public TimeOnly Hour { get; set; }

    [Parameter]
    public Version? Release { get; set; }

    [Parameter("How it tastes")]
    public Taste Taste { get; set; } = Taste.Sweet;

    [Parameter]
    public Toppings Toppings { get; set; }

    [Parameter]
    public Celsius? Heat { get; set; }

    [Parameter]
    public Oven? Oven { get; set; }

    [Parameter]
    public Oven[] Ovens { get; set; } = [];

    [Parameter]
    public List<int> Counts { get; set; } = [1, 2];

    [Parameter]
    public ISet<string> Names { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    [Parameter]
    public ImmutableList<Taste> Tastes { get; set; } = [];

    [Parameter]
    public ImmutableArray<Flavour?> Flavours { get; set; } = [];

    [Parameter]
    public IReadOnlyDictionary<string, int> Ports { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    [Parameter]
    public ImmutableSortedDictionary<string, string> Labels { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    [Parameter]
    public AbsolutePath? Folder { get; set; } = IsServerBuild ? null : RootDirectory / "out";

    [Parameter]
    public Secret? Key { get; set; }

    public Target Bake => _ => _.Executes(() => Log.Information("baked"));
}

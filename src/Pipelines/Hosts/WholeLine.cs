using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipelines.Hosts;

/// <summary>Text that clears the rest of each of its lines: above a live view it is written over what the view left there.</summary>
internal sealed class WholeLine(string text, Style style) : IRenderable
{
    private static readonly Segment ClearRest = Segment.Control("\e[K");

    public Measurement Measure(RenderOptions options, int maxWidth) => new(0, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var segment in ((IRenderable)new Text($"{text}\n", style)).Render(options, maxWidth))
        {
            if (segment.IsLineBreak)
            {
                yield return ClearRest;
            }
            yield return segment;
        }
    }
}

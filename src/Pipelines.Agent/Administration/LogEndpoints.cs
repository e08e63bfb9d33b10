using System.Globalization;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

/// <summary>The append logs of a service.</summary>
internal sealed class LogEndpoints(Services services)
{
    private const string Path = "/v1/services/{name}/logs/{log}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ReadAsync);
        routes.MapPost(Path, AppendAsync);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var (lines, length) = services.Find(context.Service()).Log(context.Log()).Read((int)(context.Number("from") ?? 0));
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        context.Response.Headers["Pipelines-Length"] = length.ToString(CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(lines, context.RequestAborted);
    }

    private async Task AppendAsync(HttpContext context)
    {
        if (!int.TryParse(context.Request.Headers["Pipelines-Expected-Length"], CultureInfo.InvariantCulture, out var expected))
        {
            throw new RefusedException(
                StatusCodes.Status428PreconditionRequired, "The header Pipelines-Expected-Length is missing; send the number of lines read so far.");
        }

        using var reader = new StreamReader(context.Request.Body);
        var line = (await reader.ReadToEndAsync(context.RequestAborted)).TrimEnd('\r', '\n');
        var length = await services.Find(context.Service()).AppendAsync(context.Epoch(), context.Log(), line, expected, context.RequestAborted);
        await context.AnswerAsync(new LengthAnswer(length), AdministrationJson.Default.LengthAnswer);
    }
}

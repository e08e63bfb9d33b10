using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

/// <summary>How administration requests are read and answered.</summary>
internal static class Exchange
{
    public static string Service(this HttpContext context) => Names.Checked("service", context.Text("name"));

    public static string Release(this HttpContext context) => Names.Checked("release", context.Text("id"));

    public static string Log(this HttpContext context) => Names.Checked("log", context.Text("log"));

    /// <exception cref="RefusedException">428: the header is missing.</exception>
    public static long Epoch(this HttpContext context) =>
        long.TryParse(context.Request.Headers["Pipelines-Epoch"], CultureInfo.InvariantCulture, out var epoch)
            ? epoch
            : throw new RefusedException(
                StatusCodes.Status428PreconditionRequired,
                "The header Pipelines-Epoch is missing; acquire the service's lease and send the epoch of its answer.");

    /// <exception cref="RefusedException">400: the body is not what is expected.</exception>
    public static async Task<T> BodyAsync<T>(this HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted)
                ?? throw new RefusedException(StatusCodes.Status400BadRequest, "The body is null; send a JSON object.");
        }
        catch (JsonException failure)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, $"The body cannot be read: {failure.Message}");
        }
    }

    public static async Task AnswerAsync<T>(this HttpContext context, T answer, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer, type, context.RequestAborted);
    }

    public static Task AnswerAsync(this HttpContext context, Service service) =>
        context.AnswerAsync(ServiceView.Of(service), AdministrationJson.Default.ServiceView);

    public static long? Number(this HttpContext context, string query) => context.Query<long>(query, "a whole number such as 17");

    public static TimeSpan? Seconds(this HttpContext context, string query, double atMost) =>
        context.Query<double>(query, "seconds such as 0.5") is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, atMost)) : null;

    /// <exception cref="RefusedException">400: it is said and cannot be read.</exception>
    private static T? Query<T>(this HttpContext context, string query, string form)
        where T : struct, ISpanParsable<T>
    {
        string? text = context.Request.Query[query];
        return string.IsNullOrEmpty(text) ? null
            : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
            : throw new RefusedException(StatusCodes.Status400BadRequest, $"'{query}={text}' cannot be read; use {form}.");
    }

    private static string? Text(this HttpContext context, string part) => context.Request.RouteValues[part] as string;
}

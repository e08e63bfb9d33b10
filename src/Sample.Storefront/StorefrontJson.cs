using System.Text.Json;
using System.Text.Json.Serialization;
using Sample.Storefront.Catalog;
using Sample.Storefront.Orders;
using Sample.Storefront.Releases;

namespace Sample.Storefront;

/// <summary>Everything that travels as JSON; compiled ahead, so that the first request needs no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(ProductPage))]
[JsonSerializable(typeof(OrderRequest))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(ReleaseIdentity))]
internal sealed partial class StorefrontJson : JsonSerializerContext;
